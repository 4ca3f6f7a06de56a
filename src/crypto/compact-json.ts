type Members = Readonly<Record<string, unknown>>

/**
 * A body as the store serialises it before it signs: top-level members sorted by UTF-16 code unit,
 * those without a value left out, no white space. What is nested keeps its order and its nulls.
 * Throws RangeError for a body that is nested too deeply to be written.
 * Source: HTTP Body签名, zh-cn_topic_0070649476.
 */
export function compactSorted(body: Members): string {
  return writeObject(body, (value) => JSON.stringify(value))
}

/**
 * A JSON value with the members of every object sorted by code unit and those without a value left
 * out; arrays keep their order, no white space.
 */
export function compactSortedDeeply(value: unknown): string {
  if (value === undefined) return 'null'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (!Array.isArray(value)) return writeObject({ ...value }, compactSortedDeeply)
  return `[${value.map((item) => compactSortedDeeply(item)).join(',')}]`
}

/**
 * The text of a writer of a body, or undefined if the body is nested too deeply to be written:
 * anyone can send such a body, and it must cost no more than a refusal.
 */
export function writtenIfShallow(write: () => string | undefined): string | undefined {
  try {
    return write()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

// By hand, because an object lists names like "10" first, whatever order they were put in.
function writeObject(object: Members, write: (value: unknown) => string): string {
  const isPresent = (name: string) => object[name] !== null && object[name] !== undefined
  const names = Object.keys(object).filter(isPresent).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${write(object[name])}`).join(',')}}`
}

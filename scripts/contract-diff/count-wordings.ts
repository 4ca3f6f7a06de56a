// What people read and no program does.
const wordings = new Set([
  'summary',
  'description',
  'title',
  'example',
  'examples',
  'value',
  'x-source',
  'x-note',
  'x-changed',
  'x-inferred',
  'x-zh',
])

/** How many texts and examples differ between two documents, the new and the gone not counted. */
export function countWordings(before: unknown, after: unknown, isWording = false): number {
  if (!isObject(before) || !isObject(after)) return isWording && before !== after ? 1 : 0
  const names = isWording
    ? [...new Set([...Object.keys(before), ...Object.keys(after)])]
    : sharedNames(before, after)
  return names.reduce(
    (count, name) =>
      count + countWordings(before[name], after[name], isWording || wordings.has(name)),
    0,
  )
}

function sharedNames(before: object, after: object): string[] {
  return Object.keys(before).filter((name) => name in after)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** An object of a document, as JSON has it. */
export type Tree = Readonly<Record<string, unknown>>

/** A part of a document that is not what OpenAPI says stands there. */
export class MalformedDocument extends Error {}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as an object; a missing one is empty. Throws for anything else. */
export function treeOf(value: unknown): Tree {
  if (value === undefined) return {}
  if (!isTree(value)) throw new MalformedDocument(`${JSON.stringify(value)} is not an object`)
  return value
}

/** The value as a list; a missing one is empty, a single one is a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? (value as unknown[]) : [value]
}

/** The objects of a list. */
export function treesOf(value: unknown): readonly Tree[] {
  return listOf(value).map(treeOf)
}

/** The objects of a table, by name. */
export function tableOf(value: unknown): ReadonlyMap<string, Tree> {
  return new Map(Object.entries(treeOf(value)).map(([name, entry]) => [name, treeOf(entry)]))
}

/** The texts of a list. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).map(String)
}

/** A value as people read it; a missing one is nothing. */
export function shown(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

type Pair<Value> = readonly [name: string, old: Value | undefined, fresh: Value | undefined]

/** What two tables have under each name that stands in one of them or in both. */
export function pairByName<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): Pair<Value>[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].map((name) => [name, before.get(name), after.get(name)])
}

/** What one list has and the other has not. */
export function without<Value>(all: readonly Value[], others: readonly Value[]): Value[] {
  return all.filter((one) => !others.includes(one))
}

/** A step of a JSON pointer. */
export function step(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

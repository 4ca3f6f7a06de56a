import { contractEventTypes } from '../contract/index.ts'

/** Every type of event that this version tells. */
function eventTypes(): readonly string[] {
  return contractEventTypes().map(({ type }) => type)
}

/** What a filter of types lets through. */
export interface TypeFilter {
  readonly types: readonly string[]
  /** Names in it that stand for no type. */
  readonly unknown: readonly string[]
}

/** Reads a filter: types, and `instance.*` for all that begin so. */
export function readTypeFilter(names: readonly string[]): TypeFilter {
  const known = eventTypes()
  const found = names.map((name) => ({ name, types: known.filter((type) => isMeant(type, name)) }))
  return {
    types: [...new Set(found.flatMap(({ types }) => types))],
    unknown: found.filter(({ types }) => types.length === 0).map(({ name }) => name),
  }
}

function isMeant(type: string, name: string): boolean {
  return name.endsWith('.*') ? type.startsWith(name.slice(0, -1)) : type === name
}

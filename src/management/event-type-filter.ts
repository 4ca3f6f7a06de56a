import { knownEventTypes } from './known-event-types.ts'
import { type FaultyField, inBody } from './problem.ts'

/** The faults of a list of types in the body: what no event has, nor begins with. */
export function faultyTypes(types: readonly string[] | null | undefined): FaultyField[] {
  return (types ?? []).flatMap((type, index) =>
    isKnown(type) ? [] : [inBody(`types/${index}`, 'is not a type of event that Koogate tells')],
  )
}

function isKnown(type: string): boolean {
  if (!type.endsWith('.*')) return knownEventTypes.includes(type)
  return knownEventTypes.some((known) => known.startsWith(type.slice(0, -1)))
}

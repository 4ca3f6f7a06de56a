import { readTypeFilter } from '../events/event-types.ts'
import { type FaultyField, inBody } from './problem.ts'

/** The faults of a list of types in the body: what no event has, nor begins with. */
export function faultyTypes(types: readonly string[] | null | undefined): FaultyField[] {
  return (types ?? []).flatMap((type, index) =>
    readTypeFilter([type]).unknown.length === 0
      ? []
      : [inBody(`types/${index}`, 'is not a type of event that Koogate tells')],
  )
}

import type { Collection, Row } from './collections.ts'
import { textOf } from './values.ts'

/** A thing, and its place among those that came at the same moment: the newer the higher. */
export interface Stored {
  readonly order: number
  row: Row
}

interface Place {
  readonly at: number
  readonly order: number
}

/** One page of things. */
export interface Page {
  readonly stored: readonly Stored[]
  readonly nextCursor: string | null
}

/** What a list is asked for. */
export interface Asked {
  readonly limit: number
  /** `-createdAt`: the newest first. */
  readonly sort: string
  readonly cursor: string | undefined
}

/** A page of what passed the filters; undefined for a cursor that this list did not give. */
export function pageOf(
  stored: readonly Stored[],
  collection: Collection,
  { limit, sort, cursor }: Asked,
): Page | undefined {
  const { operationId } = collection.list
  const direction = sort.startsWith('-') ? -1 : 1
  const placeOf = ({ order, row }: Stored): Place => {
    return { at: momentOf(row, sort.replace('-', ''), collection), order }
  }
  const compare = (one: Place, other: Place) =>
    direction * (one.at - other.at || one.order - other.order)
  const after = cursor === undefined ? undefined : opened(cursor, [operationId, sort])
  if (cursor !== undefined && after === undefined) return undefined
  const rest = stored
    .toSorted((one, other) => compare(placeOf(one), placeOf(other)))
    .filter((one) => after === undefined || compare(placeOf(one), after) > 0)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  const isLast = rest.length <= limit || last === undefined
  return { stored: page, nextCursor: isLast ? null : sealed([operationId, sort], placeOf(last)) }
}

// What never changes after it came counts by the time it came.
function momentOf(row: Row, member: string, { time = '' }: Collection): number {
  const value = member === 'createdAt' ? row[time] : (row[member] ?? row[time])
  return typeof value === 'number' ? value : Date.parse(textOf(value)) || 0
}

/** The place where a page ended is its cursor, so that what comes or goes meanwhile moves nothing. */
function sealed(list: readonly string[], { at, order }: Place): string {
  return Buffer.from(JSON.stringify([...list, at, order])).toString('base64url')
}

function opened(cursor: string, [operationId, sort]: readonly string[]): Place | undefined {
  try {
    const [ofOperation, ofSort, at, order] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    ) as unknown[]
    const isOfList = ofOperation === operationId && ofSort === sort
    return isOfList && typeof at === 'number' && typeof order === 'number'
      ? { at, order }
      : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}

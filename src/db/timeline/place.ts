import { type RawBuilder, sql } from 'kysely'
import type { Place } from '../../domain/timeline/merge.ts'

/** What stands at a place or behind it, in a list by ids, which are of version 7 and so in the order of their times. */
export function fromId(place: Place | undefined, id: string): RawBuilder<unknown> {
  return place === undefined ? sql`true` : sql`${sql.ref(id)} <= ${place.key}::uuid`
}

/** The same in a list by times, and ids where these are equal. */
export function fromTime(place: Place | undefined, time: string): RawBuilder<unknown> {
  if (place === undefined) return sql`true`
  return sql`(${sql.ref(time)}, id) <= (${place.at}::timestamptz, ${place.key}::uuid)`
}

/** The last position of the feed that is at a place or behind it. */
export function fromPosition(place: Place | undefined): number {
  return place === undefined ? Number.MAX_SAFE_INTEGER : Number(place.key)
}

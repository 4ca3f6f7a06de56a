import type { Selectable } from 'kysely'
import type { Database } from '../database.ts'
import type { EventFeedTable } from './event-tables.ts'

/** An event as it is kept. */
export type FeedRow = Selectable<EventFeedTable>

/** Which events are read: those behind a position; each filter that is left out lets all through. */
export interface FeedQuery {
  readonly after: number
  /** The newest first. */
  readonly backwards?: boolean
  /** The last position that is looked at. */
  readonly upTo?: number | undefined
  readonly limit: number
  readonly types?: readonly string[] | undefined
  readonly addresses?: readonly string[] | undefined
  readonly topic?: string | undefined
  readonly test?: boolean | undefined
}

/**
 * Events in the order of their positions. Positions are given without a gap and in the order in which
 * they are committed, so whoever goes on behind the last one that was read misses none.
 */
export function readFeed(
  db: Database,
  { after, upTo, backwards = false, limit, types, addresses, topic, test }: FeedQuery,
): Promise<FeedRow[]> {
  let query = db.selectFrom('event_feed').selectAll().where('position', '>', after)
  if (upTo !== undefined) query = query.where('position', '<=', upTo)
  if (types !== undefined) {
    query = query.where((where) => where('type', '=', where.fn.any(where.val(types))))
  }
  if (addresses !== undefined) {
    query = query.where((where) => where('address', '=', where.fn.any(where.val(addresses))))
  }
  if (topic !== undefined) query = query.where('topic', '=', topic)
  if (test !== undefined) query = query.where('test', '=', test)
  return query
    .orderBy('position', backwards ? 'desc' : 'asc')
    .limit(limit)
    .execute()
}

/** An event by its id, as long as it is kept. */
export function findFeedEvent(db: Database, id: string): Promise<FeedRow | undefined> {
  return db.selectFrom('event_feed').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What the feed reaches from and to. */
export interface FeedBounds {
  /** The last position that was given; 0 before the first one. */
  readonly last: number
  /** Up to this position events were pruned; 0 where none was. */
  readonly prunedTo: number
}

export async function feedBounds(db: Database): Promise<FeedBounds> {
  const { position, pruned_to } = await db
    .selectFrom('event_feed_state')
    .select(['position', 'pruned_to'])
    .executeTakeFirstOrThrow()
  return { last: position, prunedTo: pruned_to }
}

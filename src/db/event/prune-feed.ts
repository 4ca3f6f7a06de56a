import { sql } from 'kysely'
import type { Database } from '../database.ts'

const atOnce = 1000

/** What is pruned: what is older, and is not to come yet to any endpoint that can still get it. */
export interface FeedPruning {
  readonly before: Date
  /** Endpoints of the settings that stand there now: nobody can delete one that stood there before. */
  readonly ofSettings: readonly string[]
}

/**
 * Forgets the events of before a time, from the oldest position up to the first one that is younger, that
 * is owed to an endpoint or that was not fanned out to one, in small steps; what has no position yet is
 * never forgotten. Returns how many.
 */
export async function pruneFeed(db: Database, pruning: FeedPruning): Promise<number> {
  let pruned = 0
  for (;;) {
    const step = await pruneStep(db, pruning)
    pruned += step
    if (step < atOnce) return pruned
  }
}

async function pruneStep(db: Database, { before, ofSettings }: FeedPruning): Promise<number> {
  const { rows } = await sql<{ pruned: number }>`
    with oldest as materialized (
      select position, at from event_feed order by position limit ${atOnce}),
    held as (
      select min(least(c.position + 1, owed.position)) as position
      from webhook_endpoints e join webhook_cursors c on c.endpoint_id = e.id
      cross join lateral (
        select min(position) as position from webhook_deliveries where endpoint_id = e.id) owed
      where e.url is not null or e.id = any(${ofSettings}::text[])),
    gone as (
      delete from event_feed where position <= (select max(position) from oldest)
        and position < coalesce((select min(position) from oldest where at >= ${before}::timestamptz),
          9223372036854775807)
        and position < coalesce((select position from held), 9223372036854775807)
      returning position),
    moved as (
      update event_feed_state set pruned_to = (select max(position) from gone)
      where exists (select from gone))
    select count(*)::integer as pruned from gone`.execute(db)
  return rows[0]?.pruned ?? 0
}

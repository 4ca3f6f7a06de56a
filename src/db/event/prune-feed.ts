import { sql } from 'kysely'
import type { Database } from '../database.ts'

const atOnce = 1000

/**
 * Forgets the events of before a time, from the oldest position up to the first one that is younger, in
 * small steps; what has no position yet is never forgotten. Returns how many.
 */
export async function pruneFeed(db: Database, before: Date): Promise<number> {
  let pruned = 0
  for (;;) {
    const step = await pruneStep(db, before)
    pruned += step
    if (step < atOnce) return pruned
  }
}

async function pruneStep(db: Database, before: Date): Promise<number> {
  const { rows } = await sql<{ pruned: number }>`
    with oldest as materialized (
      select position, at from event_feed order by position limit ${atOnce}),
    gone as (
      delete from event_feed where position <= (select max(position) from oldest)
        and position < coalesce((select min(position) from oldest where at >= ${before}::timestamptz),
          9223372036854775807)
      returning position),
    moved as (
      update event_feed_state set pruned_to = (select max(position) from gone)
      where exists (select from gone))
    select count(*)::integer as pruned from gone`.execute(db)
  return rows[0]?.pruned ?? 0
}

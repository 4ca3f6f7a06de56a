import { sql } from 'kysely'
import type { Database } from '../database.ts'

/**
 * Forgets at most so many topics that were numbered last before a time (migrations/0004-topic-order.ts); the
 * next event of one gets the number of its clock, which is greater. Returns how many.
 */
export async function pruneTopics(db: Database, before: Date, limit: number): Promise<number> {
  const { rows } = await sql`
    delete from event_topics where topic in (
      select topic from event_topics where topic_seq < ${before.getTime()} limit ${limit})
    returning topic`.execute(db)
  return rows.length
}

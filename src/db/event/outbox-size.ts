import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** How much of the outbox has no position yet. */
export interface OutboxSize {
  /** At most `most`: more is not counted. */
  readonly count: number
  /** When the oldest of it was written; null of an empty one. */
  readonly oldestAt: Date | null
}

const most = 10_000

/** Counts what the relay has not taken yet, as far as that is cheap. */
export async function outboxSize(db: Database): Promise<OutboxSize> {
  const { rows } = await sql<OutboxSize>`
    select (select count(*) from (select from event_outbox limit ${sql.lit(most)}) counted) as count,
      (select at from event_outbox order by id limit 1) as "oldestAt"`.execute(db)
  return rows[0] ?? { count: 0, oldestAt: null }
}

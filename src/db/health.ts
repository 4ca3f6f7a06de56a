import { sql } from 'kysely'
import { raceTimeout } from '../race-timeout.ts'
import type { Database } from './database.ts'

/** Whether the database answers in time. */
export function isReachable(db: Database, withinMs: number): Promise<boolean> {
  const answered = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  return raceTimeout(withinMs, answered, () => false)
}

import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * Runs several statements together or not at all, each of which ends with an error after so many
 * milliseconds. Inside, everything must go through the transaction that is handed in: on the embedded
 * database, which has one connection, any other query waits for it.
 */
export function inTransaction<Result>(
  db: Database,
  withinMs: number,
  run: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    const most = String(withinMs)
    // For this transaction alone.
    await sql`select set_config('statement_timeout', ${most}, true), set_config('lock_timeout', ${most}, true)`.execute(
      transaction,
    )
    return run(transaction)
  })
}

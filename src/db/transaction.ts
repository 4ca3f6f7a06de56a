import type { Database } from './database.ts'

/**
 * Runs several statements together or not at all. Inside, everything must go through the transaction
 * that is handed in: on the embedded database, which has one connection, any other query waits for it.
 */
export function inTransaction<Result>(
  db: Database,
  run: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(run)
}

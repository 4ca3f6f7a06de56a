import { sql } from 'kysely'
import type { Database } from './database.ts'
import { inSavepoint } from './savepoint.ts'
import { withStatementLimit } from './statement-limit.ts'

/**
 * Runs several statements together or not at all, each of which may take so many milliseconds instead
 * of those of the pool. Inside, everything must go through the transaction that is handed in: on the
 * embedded database, which has one connection, any other query waits for it. In a transaction that is
 * open (a dry run) they become a part of it, and the limits are those that it has.
 */
export function inTransaction<Result>(
  db: Database,
  run: (transaction: Database) => Promise<Result>,
  withinMs?: number,
): Promise<Result> {
  if (db.isTransaction) return inSavepoint(db, run)
  if (withinMs === undefined) return db.transaction().execute(run)
  return withStatementLimit(withinMs, () =>
    db.transaction().execute(async (transaction) => {
      await limitStatements(transaction, withinMs)
      return run(transaction)
    }),
  )
}

// The server's own limits; the driver has another one, for a server that does not answer.
async function limitStatements(transaction: Database, withinMs: number): Promise<void> {
  const most = String(withinMs)
  await sql`
    select set_config('statement_timeout', ${most}, true), set_config('lock_timeout', ${most}, true)
  `.execute(transaction)
}

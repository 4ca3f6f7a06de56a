import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * Runs work in a transaction that is open, together or not at all: what it has written goes when it
 * throws, and the transaction goes on. Such work nests; it must not run beside other work of the same
 * transaction.
 */
export async function inSavepoint<Result>(
  transaction: Database,
  run: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  await sql`savepoint step`.execute(transaction)
  try {
    const result = await run(transaction)
    await sql`release savepoint step`.execute(transaction)
    return result
  } catch (error) {
    await sql`rollback to savepoint step`.execute(transaction)
    await sql`release savepoint step`.execute(transaction)
    throw error
  }
}

import { hash } from 'node:crypto'
import type { Database } from '../database.ts'
import type { NonceTable } from './nonce-tables.ts'

// 128 bits: nobody finds two with one hash, and its index stays small.
const hashBytes = 16

/** The row of a nonce, of which only a hash is kept: it is never read, only met again. */
export function nonceRow(parts: readonly string[], now: Date): NonceTable {
  const digest = hash('sha256', JSON.stringify(parts), 'buffer')
  return { hash: digest.subarray(0, hashBytes), seen_at: now }
}

/**
 * Forgets some of the nonces that are older than any timestamp that would still be accepted. The table
 * is read from its start: an index on the time would cost each call more than this costs a minute.
 */
export async function forgetNonces(db: Database, seenBefore: Date, limit: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('nonces')
    .where('hash', 'in', (old) =>
      old.selectFrom('nonces').select('hash').where('seen_at', '<', seenBefore).limit(limit),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

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
 * Forgets nonces that are older than any timestamp that would still be accepted. The table is read
 * whole: an index on the time would cost each call more than this costs a minute.
 */
export async function forgetNonces(db: Database, seenBefore: Date): Promise<void> {
  await db.deleteFrom('nonces').where('seen_at', '<', seenBefore).execute()
}

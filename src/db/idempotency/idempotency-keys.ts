import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { IdempotencyTable } from './idempotency-tables.ts'

/** A key that a request takes. */
export interface TakenKey {
  readonly hash: string
  readonly requestHash: string
  readonly now: Date
  readonly leaseUntil: Date
}

/**
 * Takes a key for a request; undefined if it is this request's now, else what is kept of the request
 * that has it. A request that never came to its end gives its key up when its lease is over.
 */
export async function takeKey(
  db: Database,
  key: TakenKey,
): Promise<Selectable<IdempotencyTable> | undefined> {
  const { hash, requestHash, now, leaseUntil } = key
  const { rows } = await sql`
    insert into idempotency_keys (hash, request_hash, lease_until, created_at)
    values (${hash}, ${requestHash}, ${leaseUntil}, ${now})
    on conflict (hash) do update set lease_until = excluded.lease_until
    where idempotency_keys.answer is null and idempotency_keys.lease_until < ${now}
      and idempotency_keys.request_hash = excluded.request_hash
    returning hash`.execute(db)
  if (rows.length > 0) return undefined
  const kept = await db
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('hash', '=', hash)
    .executeTakeFirst()
  // Without a row it was given back in between, and is there to be taken.
  return kept ?? takeKey(db, key)
}

/** Keeps what a request was answered, for whoever sends it again. */
export async function keepAnswer(db: Database, hash: string, answer: Uint8Array): Promise<void> {
  await db.updateTable('idempotency_keys').set({ answer }).where('hash', '=', hash).execute()
}

/** Gives a key back: nothing came of its request. */
export async function giveKeyBack(db: Database, hash: string): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('hash', '=', hash)
    .where('answer', 'is', null)
    .execute()
}

/** Forgets what was asked before a time. */
export async function pruneKeys(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('idempotency_keys').where('created_at', '<', before).execute()
}

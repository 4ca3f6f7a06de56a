import type { Database } from '../database.ts'

/** Forgets nonces that are older than any timestamp that would still be accepted. */
export async function forgetNonces(db: Database, seenBefore: Date): Promise<void> {
  await db.deleteFrom('nonces').where('seen_at', '<', seenBefore).execute()
}

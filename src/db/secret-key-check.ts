import type { Database } from './database.ts'

/** The data were encrypted with another secret key. */
export class OtherSecretKeyError extends Error {}

/**
 * Lets a database be used with one secret key only: the first start leaves the key's fingerprint
 * there, and of replicas that start at once with different keys one comes first. Throws
 * OtherSecretKeyError when it was another key.
 */
export async function checkSecretKey(db: Database, fingerprint: string): Promise<void> {
  const row = await db.selectFrom('secret_key_check').select('fingerprint').executeTakeFirst()
  if (row === undefined) {
    // Waits for another one that inserts at this moment, and then does nothing.
    await db
      .insertInto('secret_key_check')
      .values({ fingerprint })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return checkSecretKey(db, fingerprint)
  }
  if (row.fingerprint !== fingerprint) throw new OtherSecretKeyError()
}

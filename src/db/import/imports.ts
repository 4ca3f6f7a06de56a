import type { Kind } from '../../domain/scope.ts'
import type { ClaimTable } from '../claim/claim-tables.ts'
import type { Database } from '../database.ts'

/** What is imported together: a site's sales of one kind. */
export interface ImportKey {
  readonly site: string
  readonly kind: Kind
}

export async function isImportOpen(db: Database, { site, kind }: ImportKey): Promise<boolean> {
  const row = await db
    .selectFrom('open_imports')
    .select('site')
    .where('site', '=', site)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row !== undefined
}

export async function openImport(db: Database, key: ImportKey, now: Date): Promise<void> {
  await db
    .insertInto('open_imports')
    .values({ ...key, opened_at: now })
    .onConflict((conflict) => conflict.columns(['site', 'kind']).doNothing())
    .execute()
}

export async function closeImport(db: Database, { site, kind }: ImportKey): Promise<void> {
  await db.deleteFrom('open_imports').where('site', '=', site).where('kind', '=', kind).execute()
}

/** Claims orders that were applied before; returns those that were not claimed yet. */
export async function addClaims(
  db: Database,
  claims: readonly ClaimTable[],
): Promise<{ readonly activity: string; readonly claim_key: string }[]> {
  if (claims.length === 0) return []
  return db
    .insertInto('claims')
    .values(claims)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['activity', 'claim_key'])
    .execute()
}

/** Takes away an instance that was made for an order which turned out to be another's. */
export async function removeInstance(db: Database, instanceId: string): Promise<void> {
  await db.deleteFrom('sold_instances').where('instance_id', '=', instanceId).execute()
}

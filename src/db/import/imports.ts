import { sql } from 'kysely'
import type { Kind } from '../../domain/scope.ts'
import type { ClaimTable } from '../claim/claim-tables.ts'
import type { Database } from '../database.ts'

/** What is imported together: a site's sales of one kind. */
export interface ImportKey {
  readonly site: string
  readonly kind: Kind
}

/** Whether what was sold before is being imported. */
export async function isImportOpen(db: Database, { site, kind }: ImportKey): Promise<boolean> {
  const row = await db
    .selectFrom('open_imports')
    .select('site')
    .where('site', '=', site)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row !== undefined
}

/** Opens an import; one that is open stays so. */
export async function openImport(db: Database, key: ImportKey, now: Date): Promise<void> {
  await db
    .insertInto('open_imports')
    .values({ ...key, opened_at: now })
    .onConflict((conflict) => conflict.columns(['site', 'kind']).doNothing())
    .execute()
}

/** Closes an import. */
export async function closeImport(db: Database, { site, kind }: ImportKey): Promise<void> {
  await db.deleteFrom('open_imports').where('site', '=', site).where('kind', '=', kind).execute()
}

/** What tells claims of one site and kind apart. */
export type ClaimName = Pick<ClaimTable, 'activity' | 'claim_key'>

/** Claims orders that were applied before; returns those that were not claimed yet. */
export async function addClaims(
  db: Database,
  claims: readonly ClaimTable[],
): Promise<readonly ClaimName[]> {
  if (claims.length === 0) return []
  const { rows } = await sql<ClaimName>`
    insert into claims (${sql.raw(columns)})
    select ${sql.raw(columns)} from json_populate_recordset(null::claims, ${JSON.stringify(claims)}::json)
    on conflict do nothing returning activity, claim_key`.execute(db)
  return rows
}

const columns = 'site, kind, test_address, activity, claim_key, instance_id, claimed_at'

/** Takes away instances that were made for orders which turned out to be another's. */
export async function removeInstances(db: Database, instanceIds: readonly string[]): Promise<void> {
  if (instanceIds.length === 0) return
  await db
    .deleteFrom('sold_instances')
    .where((where) => where('instance_id', '=', where.fn.any(where.val(instanceIds))))
    .execute()
}

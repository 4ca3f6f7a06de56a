import { sql } from 'kysely'
import type { BindingKey } from '../../domain/tenant/tenant.ts'
import { bindingColumns } from '../tenant/bindings.ts'
import type { Database } from '../database.ts'

/** How an application was synchronised last. */
export interface ApplicationUse {
  readonly appId: string
  /** Of the pair whose private key opened its secret; null of one that is deleted. */
  readonly keyFingerprint: string | null
  readonly address: string
  readonly calledAt: Date
}

/** Notes how an application was synchronised, its binding being locked. */
export async function saveApplicationUse(
  transaction: Database,
  binding: BindingKey,
  { appId, keyFingerprint, address, calledAt }: ApplicationUse,
): Promise<void> {
  const changed = { key_fingerprint: keyFingerprint, address, called_at: calledAt }
  await transaction
    .insertInto('kit_application_uses')
    .values({ ...bindingColumns(binding), app_id: appId, ...changed })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'site', 'test_address', 'instance_id', 'app_id'])
        .doUpdateSet(changed),
    )
    .execute()
}

/** How many real tenants have an application under a pair of keys; null is a pair that is not known. */
export interface TenantsOfKey {
  readonly fingerprint: string | null
  readonly tenants: number
}

// Bound tenants with a bound application of a credential, and how it was synchronised last.
const joined = sql`kit_applications application
  join kit_bindings binding using (tenant_id, site, test_address, instance_id)`
const own = sql`left join kit_application_uses own
  using (tenant_id, site, test_address, instance_id, app_id)`
const isBound = (appId: string) => sql`app_id = ${appId} and not application.test
  and application.state = 'bound' and binding.state <> 'deleted'`

/** How many real tenants of a credential use each pair of keys. */
export async function countTenantsOfKeys(db: Database, appId: string): Promise<TenantsOfKey[]> {
  const { rows } = await sql<TenantsOfKey>`
    select fingerprint, count(*)::integer as tenants from (
      select distinct own.key_fingerprint as fingerprint, site, tenant_id
      from ${joined} ${own} where ${isBound(appId)}) tenant
    group by fingerprint`.execute(db)
  return rows
}

/** How many real tenants have an application of a credential. */
export async function countTenants(db: Database, appId: string): Promise<number> {
  const { rows } = await sql<{ tenants: number }>`
    select count(*)::integer as tenants from (
      select distinct site, tenant_id from ${joined} where ${isBound(appId)}) tenant`.execute(db)
  return rows[0]?.tenants ?? 0
}

/** How many of something stand at an address. */
export interface CountAt {
  readonly address: string
  readonly count: number
}

/** How many applications of a credential were synchronised last at each address. */
export async function countApplicationsAt(db: Database, appId: string): Promise<CountAt[]> {
  const { rows } = await sql<CountAt>`
    select coalesce(own.address, application.address) as address, count(*)::integer as count
    from ${joined} ${own} where ${isBound(appId)} group by 1`.execute(db)
  return rows
}

/** How many living instances of its tenants were called about last at each address. */
export async function countInstancesAt(db: Database, appId: string): Promise<CountAt[]> {
  const { rows } = await sql<CountAt>`
    select sold.address, count(*)::integer as count from sold_instances sold
    where sold.phase <> 'released' and not sold.test and (sold.site, sold.instance_id) in (
      select site, instance_id from ${joined} where ${isBound(appId)} and instance_id <> '')
    group by 1`.execute(db)
  return rows
}

/** Where the last call that names a credential came to, a test call too; undefined if none is known. */
export async function lastAddressOf(db: Database, appId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('kit_application_uses')
    .select('address')
    .where('app_id', '=', appId)
    .orderBy('called_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.address
}

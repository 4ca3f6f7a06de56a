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

/** How many of something stand at an address. */
export interface CountAt {
  readonly address: string
  readonly count: number
}

/** Who uses a credential: real tenants that are bound and have its application bound. */
export interface CredentialUse {
  readonly tenants: number
  /** Those of each pair of keys. */
  readonly keys: readonly TenantsOfKey[]
  /** Their applications, by the address at which each was synchronised last. */
  readonly applications: readonly CountAt[]
  /** Their living instances, by the address at which each was called about last. */
  readonly instances: readonly CountAt[]
}

const bindingKey = sql.raw('tenant_id, site, test_address, instance_id')

// What is joined is read once, however it is counted then, and by its application alone: a credential that
// all tenants share has tens of thousands, of each of which a look by the whole key would take twice as long.
const counted = (appId: string) => sql`
  with application as materialized (
    select ${bindingKey}, address from kit_applications
    where app_id = ${appId} and not test and state = 'bound'),
  used as materialized (
    select ${bindingKey}, address, key_fingerprint from kit_application_uses
    where app_id = ${appId}),
  bound as materialized (
    select site, tenant_id, instance_id, used.key_fingerprint as fingerprint,
      coalesce(used.address, application.address) as address
    from application join kit_bindings binding using (${bindingKey})
      left join used using (${bindingKey})
    where binding.state <> 'deleted'),
  tenants_of_keys as (
    select fingerprint, count(*) as tenants
    from (select distinct fingerprint, site, tenant_id from bound) tenant group by fingerprint),
  applications_at as (select address, count(*) as count from bound group by address),
  instances_at as (
    select sold.address, count(*) as count
    from (select distinct site, instance_id from bound where instance_id <> '') one
      join sold_instances sold using (site, instance_id)
    where sold.phase <> 'released' and not sold.test group by sold.address)`

/** Counts who uses a credential. */
export async function countCredentialUse(db: Database, appId: string): Promise<CredentialUse> {
  const { rows } = await sql<CredentialUse>`${counted(appId)}
    select (select count(*)::integer from (select distinct site, tenant_id from bound) tenant) as tenants,
      ${rowsOf('tenants_of_keys')} as keys, ${rowsOf('applications_at')} as applications,
      ${rowsOf('instances_at')} as instances`.execute(db)
  return rows[0] ?? { tenants: 0, keys: [], applications: [], instances: [] }
}

function rowsOf(table: string) {
  return sql`(select coalesce(json_agg(one), '[]') from ${sql.table(table)} one)`
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

import { sql, type Selectable } from 'kysely'
import { byteaText } from '../bytea-text.ts'
import type { Database } from '../database.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { KitUserTable } from './tenant-tables.ts'
import { type TenantKey, insertedColumns, tenantColumns } from './bindings.ts'
import type { BindingKey } from '../../domain/tenant/tenant.ts'

export type UserRow = Selectable<KitUserTable>

/** One user of a list, as it is written. */
export type NewUser = Pick<
  KitUserTable,
  'user_name_hash' | 'profile' | 'org_code' | 'role' | 'enabled'
>

/** What one call says of all users in its list. */
export interface UserListing {
  readonly appId: string
  readonly state: KitUserTable['state']
  readonly timeStamp: Date
  readonly now: Date
}

/**
 * Writes a list of users, no one twice, but for those of whom something newer is kept; returns those
 * that were written, as they are then. Who loses the application keeps the profile that was known: what such a call tells may be empty.
 */
export async function saveUsers(
  transaction: Database,
  key: BindingKey,
  { users, appId, state, timeStamp, now }: UserListing & { readonly users: readonly NewUser[] },
): Promise<UserRow[]> {
  const { names, values } = insertedColumns(key)
  const { rows } = await sql<UserRow>`
    insert into kit_users (
      ${names}, app_id, user_name_hash, profile, org_code, role, enabled, state, time_stamp,
      created_at, updated_at)
    select ${values}, ${appId}::text, one.user_name_hash, one.profile, one.org_code, one.role, one.enabled,
      ${state}::text, ${timeStamp}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(users.map(asJson))}::json) as one (
      user_name_hash text, profile bytea, org_code text, role text, enabled boolean)
    on conflict (tenant_id, site, test_address, instance_id, app_id, user_name_hash) do update set
      state = excluded.state, time_stamp = excluded.time_stamp, updated_at = excluded.updated_at,
      profile = ${ifGranted('profile')}, org_code = ${ifGranted('org_code')},
      role = ${ifGranted('role')}, enabled = ${ifGranted('enabled')}
    where excluded.time_stamp >= kit_users.time_stamp
    returning *`.execute(transaction)
  return rows
}

function ifGranted(column: keyof NewUser) {
  return sql`case excluded.state when 'granted' then ${sql.ref(`excluded.${column}`)}
    else ${sql.ref(`kit_users.${column}`)} end`
}

function asJson({ profile, ...columns }: NewUser) {
  return { ...columns, profile: byteaText(profile) }
}

export interface UserFilter {
  readonly tenant: TenantKey
  readonly instanceId?: string | undefined
  readonly appId?: string | undefined
  readonly orgCode?: string | undefined
  readonly userNameHash?: string | undefined
  readonly state?: KitUserTable['state'] | undefined
}

/** Users of a tenant, the newest first. */
export async function listUsers(
  db: Database,
  { tenant, ...filter }: UserFilter,
  page: Page,
): Promise<PageOf<UserRow>> {
  let query = db
    .selectFrom('kit_users')
    .selectAll()
    .where((where) => where.and(tenantColumns(tenant)))
  if (filter.instanceId !== undefined) query = query.where('instance_id', '=', filter.instanceId)
  if (filter.appId !== undefined) query = query.where('app_id', '=', filter.appId)
  if (filter.orgCode !== undefined) query = query.where('org_code', '=', filter.orgCode)
  if (filter.state !== undefined) query = query.where('state', '=', filter.state)
  if (filter.userNameHash !== undefined) {
    query = query.where('user_name_hash', '=', filter.userNameHash)
  }
  return pageOfQuery(query, { time: 'created_at', updated: 'updated_at', id: 'id' }, page)
}

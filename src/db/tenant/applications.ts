import type { Insertable, Selectable } from 'kysely'
import type { Database } from '../database.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { KitApplicationTable } from './tenant-tables.ts'
import { type TenantKey, tenantColumns } from './bindings.ts'

export type ApplicationRow = Selectable<KitApplicationTable>
export type NewApplication = Insertable<KitApplicationTable>

const key = ['tenant_id', 'site', 'test_address', 'instance_id', 'app_id'] as const

/**
 * Writes an application, and returns it as it is then, unless what is kept is newer; one that is deleted
 * keeps its client id.
 */
export async function saveApplication(
  transaction: Database,
  row: NewApplication,
): Promise<ApplicationRow | undefined> {
  const { client_id, client_secret, state, time_stamp, updated_at } = row
  const changed = { client_secret, state, time_stamp, updated_at }
  return transaction
    .insertInto('kit_applications')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(key)
        .doUpdateSet(state === 'deleted' ? changed : { client_id, ...changed })
        .where('kit_applications.time_stamp', '<=', time_stamp),
    )
    .returningAll()
    .executeTakeFirst()
}

export interface ApplicationFilter {
  readonly tenant: TenantKey
  readonly instanceId?: string | undefined
  readonly appId?: string | undefined
}

/** Applications of a tenant, the newest first. */
export async function listApplications(
  db: Database,
  { tenant, ...filter }: ApplicationFilter,
  page: Page,
): Promise<PageOf<ApplicationRow>> {
  let query = db
    .selectFrom('kit_applications')
    .selectAll()
    .where((where) => where.and(tenantColumns(tenant)))
  if (filter.instanceId !== undefined) query = query.where('instance_id', '=', filter.instanceId)
  if (filter.appId !== undefined) query = query.where('app_id', '=', filter.appId)
  return pageOfQuery(query, { time: 'created_at', updated: 'updated_at', id: 'id' }, page)
}

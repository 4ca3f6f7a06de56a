import { sql, type Selectable } from 'kysely'
import type { Department, DepartmentState } from '../../domain/department/department.ts'
import type { BindingKey } from '../../domain/tenant/tenant.ts'
import type { Database } from '../database.ts'
import { type TenantKey, bindingColumns, tenantColumns } from '../tenant/bindings.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { KitDepartmentTable } from './department-tables.ts'

/** A department, and whether it is present while the one above it is not. */
export type DepartmentRow = Selectable<KitDepartmentTable> & { readonly orphan: boolean }

export interface DepartmentFilter {
  readonly tenant: TenantKey
  readonly instanceId?: string | undefined
  readonly state?: DepartmentState | undefined
  /** '' finds those at the top. */
  readonly parentCode?: string | undefined
}

const isOrphan = sql<boolean>`state = 'present' and parent_code is not null and not exists (
  select from kit_departments above
  where above.tenant_id = kit_departments.tenant_id and above.site = kit_departments.site
    and above.test_address = kit_departments.test_address
    and above.instance_id = kit_departments.instance_id
    and above.org_code = kit_departments.parent_code and above.state = 'present')`

/** Departments of a tenant, the newest first. */
export async function listDepartments(
  db: Database,
  { tenant, ...filter }: DepartmentFilter,
  page: Page,
): Promise<PageOf<DepartmentRow>> {
  let query = db
    .selectFrom('kit_departments')
    .selectAll()
    .select(isOrphan.as('orphan'))
    .where((where) => where.and(tenantColumns(tenant)))
  if (filter.instanceId !== undefined) query = query.where('instance_id', '=', filter.instanceId)
  if (filter.state !== undefined) query = query.where('state', '=', filter.state)
  if (filter.parentCode === '') query = query.where('parent_code', 'is', null)
  else if (filter.parentCode !== undefined)
    query = query.where('parent_code', '=', filter.parentCode)
  return pageOfQuery(query, { time: 'created_at', updated: 'updated_at', id: 'id' }, page)
}

/** The present departments of a binding. */
export function presentDepartments(db: Database, key: BindingKey): Promise<Department[]> {
  return db
    .selectFrom('kit_departments')
    .select(['org_code as orgCode', 'name', 'parent_code as parentCode'])
    .where((where) => where.and({ ...bindingColumns(key), state: 'present' }))
    .execute()
}

/** How many departments a binding has that are present. */
export async function countPresent(db: Database, key: BindingKey): Promise<number> {
  const { count } = await db
    .selectFrom('kit_departments')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((where) => where.and({ ...bindingColumns(key), state: 'present' }))
    .executeTakeFirstOrThrow()
  return count
}

import { sql, type Selectable } from 'kysely'
import type { Department, DepartmentState } from '../../domain/department/department.ts'
import type { BindingKey } from '../../domain/tenant/tenant.ts'
import type { Database } from '../database.ts'
import { type TenantKey, bindingColumns, tenantColumns } from '../tenant/bindings.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { KitDepartmentTable } from './department-tables.ts'

/** A department; whether it is present while the one above it is not, and whether one is below it. */
export type DepartmentRow = Selectable<KitDepartmentTable> & {
  readonly orphan: boolean
  readonly has_children: boolean
}

export interface DepartmentFilter {
  readonly tenant: TenantKey
  readonly instanceId?: string | undefined
  readonly state?: DepartmentState | undefined
  /** '' finds those at the top. */
  readonly parentCode?: string | undefined
  /** Whether it is present while the one above is not. */
  readonly orphan?: boolean | undefined
}

const isOrphan = sql<boolean>`(state = 'present' and parent_code is not null and not exists (
  select from kit_departments above
  where above.tenant_id = kit_departments.tenant_id and above.site = kit_departments.site
    and above.test_address = kit_departments.test_address
    and above.instance_id = kit_departments.instance_id
    and above.org_code = kit_departments.parent_code and above.state = 'present'))`

// Not `exists`: that Postgres may answer by reading all departments into a hash.
const hasChildren = sql<boolean>`(
  select true from kit_departments below
  where below.tenant_id = kit_departments.tenant_id and below.site = kit_departments.site
    and below.test_address = kit_departments.test_address
    and below.instance_id = kit_departments.instance_id
    and below.parent_code = kit_departments.org_code and below.state = 'present' limit 1) is not null`

// Few are above many: those of which one is missed are found first, so that not each of all departments is
// looked at. Of a tenant with several instances one may be missed under one of them.
const belowNone = ({ tenantId }: TenantKey) => sql<boolean>`parent_code = any(array(
  select code from (select distinct parent_code as code from kit_departments
    where tenant_id = ${tenantId} and parent_code is not null) upper
  where exists (select from kit_bindings binding where binding.tenant_id = ${tenantId}
    and not exists (select from kit_departments above
      where above.tenant_id = ${tenantId} and above.site = binding.site
        and above.test_address = binding.test_address and above.instance_id = binding.instance_id
        and above.org_code = upper.code and above.state = 'present'))))`

/** Departments of a tenant, the newest first. */
export async function listDepartments(
  db: Database,
  { tenant, ...filter }: DepartmentFilter,
  page: Page,
): Promise<PageOf<DepartmentRow>> {
  let query = db
    .selectFrom('kit_departments')
    .selectAll()
    .select([isOrphan.as('orphan'), hasChildren.as('has_children')])
    .where((where) => where.and(tenantColumns(tenant)))
  if (filter.instanceId !== undefined) query = query.where('instance_id', '=', filter.instanceId)
  if (filter.state !== undefined) query = query.where('state', '=', filter.state)
  if (filter.orphan !== undefined) query = query.where(isOrphan, '=', filter.orphan)
  if (filter.orphan === true) query = query.where(belowNone(tenant))
  if (filter.parentCode === '') query = query.where('parent_code', 'is', null)
  else if (filter.parentCode !== undefined)
    query = query.where('parent_code', '=', filter.parentCode)
  const columns = { time: 'created_at', updated: 'updated_at', id: 'id' } as const
  return pageOfQuery(query, { ...columns, areFew: filter.orphan === true }, page)
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

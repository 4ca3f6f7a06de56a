import { type Selectable, sql } from 'kysely'
import type { Binding, BindingKey } from '../../domain/tenant/tenant.ts'
import { scopeOf } from '../../domain/scope.ts'
import type { Database } from '../database.ts'
import { scopeColumns } from '../scope-columns.ts'
import type { KitBindingTable } from './tenant-tables.ts'

/** A tenant is its bindings in one scope. */
export type TenantKey = Omit<BindingKey, 'instanceId'>

type Row = Selectable<KitBindingTable>

/** The columns that a binding is known by, in every table of the kit. */
export function bindingColumns({ instanceId, ...tenant }: BindingKey) {
  return { ...tenantColumns(tenant), instance_id: instanceId }
}

/** The columns that a tenant is known by. */
export function tenantColumns({ tenantId, ...call }: TenantKey) {
  return { ...scopeColumns(scopeOf(call)), tenant_id: tenantId }
}

/** Where the record came from; it is known by its scope. */
export function originColumns({ address, test }: BindingKey) {
  return { address, test }
}

/** The columns of both, and their values, for an insert whose rows come from a select. */
export function insertedColumns(key: BindingKey) {
  const columns = { ...bindingColumns(key), ...originColumns(key) }
  const typed = (value: string | boolean) =>
    typeof value === 'boolean' ? sql`${value}::boolean` : sql`${value}::text`
  return {
    names: sql.join(Object.keys(columns).map((name) => sql.ref(name))),
    values: sql.join(Object.values(columns).map(typed)),
  }
}

const keyColumns = ['tenant_id', 'site', 'test_address', 'instance_id'] as const

/**
 * The binding, made as an expected one if there is none, and locked until the transaction ends: of
 * the calls about one binding each sees what the one before has written.
 */
export async function lockBinding(
  transaction: Database,
  key: BindingKey,
  now: Date,
): Promise<Binding> {
  const row = await transaction
    .insertInto('kit_bindings')
    .values({
      ...bindingColumns(key),
      ...originColumns(key),
      ...expected,
      created_at: now,
      updated_at: now,
    })
    // An update that changes nothing locks the row and reads it in the same round trip.
    .onConflict((conflict) =>
      conflict
        .columns(keyColumns)
        .doUpdateSet({ updated_at: (column) => column.ref('kit_bindings.updated_at') }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return toBinding(row)
}

const expected = {
  order_id: null,
  tenant_code: null,
  name: null,
  domain_name: null,
  state: 'expected',
  time_stamp: null,
  departments_at: null,
} as const

/** Counts changes of a binding that is locked, and returns the number of the first of them. */
export async function nextVersions(
  transaction: Database,
  key: BindingKey,
  changes: number,
): Promise<number> {
  const { version } = await transaction
    .insertInto('kit_binding_versions')
    .values({ ...bindingColumns(key), version: changes })
    .onConflict((conflict) =>
      conflict
        .columns(keyColumns)
        .doUpdateSet({ version: (column) => column('kit_binding_versions.version', '+', changes) }),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return version - changes + 1
}

/** Writes a binding that is locked. */
export async function saveBinding(transaction: Database, binding: Binding): Promise<void> {
  await transaction
    .updateTable('kit_bindings')
    .set({
      order_id: binding.orderId,
      tenant_code: binding.tenantCode,
      name: binding.name,
      domain_name: binding.domainName,
      state: binding.state,
      time_stamp: binding.timeStamp,
      departments_at: binding.departmentsAt,
      updated_at: binding.updatedAt,
    })
    .where((where) => where.and(bindingColumns(binding)))
    .execute()
}

export function toBinding(row: Row): Binding {
  return {
    site: row.site,
    address: row.address,
    test: row.test,
    tenantId: row.tenant_id,
    instanceId: row.instance_id,
    orderId: row.order_id,
    tenantCode: row.tenant_code,
    name: row.name,
    domainName: row.domain_name,
    state: row.state,
    timeStamp: row.time_stamp,
    departmentsAt: row.departments_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

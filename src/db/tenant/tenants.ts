import { type RawBuilder, sql } from 'kysely'
import type { Binding, BindingKey, BindingState } from '../../domain/tenant/tenant.ts'
import type { Database } from '../database.ts'
import { toBinding } from './bindings.ts'
import { type Page, type PageOf, type Position, pageOf } from '../page.ts'

/** A tenant is its bindings at one address and of one kind. */
export type TenantKey = Omit<BindingKey, 'instanceId'>

/** The bindings of one tenant, the one that came first first. */
export type Tenant = readonly [Binding, ...Binding[]]

export interface TenantFilter {
  readonly address?: string | undefined
  readonly tenantId?: string | undefined
  readonly instanceId?: string | undefined
  readonly state?: BindingState | undefined
  readonly test?: boolean | undefined
}

interface Head extends TenantKey {
  readonly id: string
  readonly createdAt: Date
}

// A name of an address has no blank, so the text is one tenant's alone.
const id = sql`address || ' ' || test::text || ' ' || tenant_id`
const state = sql`case when bool_or(state = 'bound') then 'bound'
  when bool_or(state = 'expected') then 'expected' else 'deleted' end`

/** Tenants, the newest first. */
export async function listTenants(
  db: Database,
  filter: TenantFilter,
  page: Page,
): Promise<PageOf<Tenant>> {
  const { rows } = await sql<Head>`
    select ${id} as id, address, test, tenant_id as "tenantId", min(created_at) as "createdAt"
    from kit_bindings
    where ${matching(filter)}
    group by address, test, tenant_id
    having ${filter.state === undefined ? sql`true` : sql`${state} = ${filter.state}`}
      and ${after(page.after)}
    order by min(created_at) desc, ${id} desc
    limit ${page.limit + 1}`.execute(db)
  const heads = pageOf(rows, page.limit, (last) => [last.createdAt.toISOString(), last.id])
  const bindings = await bindingsOf(db, heads.items)
  return { items: heads.items.flatMap((head) => tenantIn(bindings, head)), next: heads.next }
}

function matching({ address, tenantId, instanceId, test }: TenantFilter): RawBuilder<unknown> {
  const conditions = [
    sql`true`,
    ...(address === undefined ? [] : [sql`address = ${address}`]),
    ...(test === undefined ? [] : [sql`test = ${test}`]),
    ...(tenantId === undefined ? [] : [sql`tenant_id = ${tenantId}`]),
    ...(instanceId === undefined
      ? []
      : [
          sql`(address, test, tenant_id) in (
            select address, test, tenant_id from kit_bindings where instance_id = ${instanceId})`,
        ]),
  ]
  return sql.join(conditions, sql` and `)
}

function after(position: Position | undefined): RawBuilder<unknown> {
  if (position === undefined) return sql`true`
  const [time, last] = position
  return sql`(min(created_at), ${id}) < (${time}::timestamptz, ${last}::text)`
}

/** The tenants of an id, one for each address that has one. */
export async function findTenants(
  db: Database,
  { tenantId, test, address }: Pick<TenantKey, 'tenantId' | 'test'> & { address?: string },
): Promise<Tenant[]> {
  let query = db
    .selectFrom('kit_bindings')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('test', '=', test)
  if (address !== undefined) query = query.where('address', '=', address)
  const bindings = (await query.orderBy('created_at').orderBy('instance_id').execute()).map(
    toBinding,
  )
  const addresses = new Set(bindings.map((binding) => binding.address))
  return [...addresses].flatMap((one) => tenantIn(bindings, { tenantId, test, address: one }))
}

async function bindingsOf(db: Database, tenants: readonly TenantKey[]): Promise<Binding[]> {
  const wanted = JSON.stringify(tenants)
  const rows = await db
    .selectFrom('kit_bindings')
    .selectAll()
    .where(
      sql<boolean>`(address, test, tenant_id) in (
        select address, test, "tenantId"
        from json_to_recordset(${wanted}::json) as wanted (address text, test boolean, "tenantId" text))`,
    )
    .orderBy('created_at')
    .orderBy('instance_id')
    .execute()
  return rows.map(toBinding)
}

function tenantIn(bindings: readonly Binding[], { address, test, tenantId }: TenantKey): Tenant[] {
  const [first, ...others] = bindings.filter(
    (one) => one.address === address && one.test === test && one.tenantId === tenantId,
  )
  return first === undefined ? [] : [[first, ...others]]
}

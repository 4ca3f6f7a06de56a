import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Binding, BindingState } from '../../domain/tenant/tenant.ts'
import type { Database } from '../database.ts'
import { scopeOf } from '../../domain/scope.ts'
import { tenantId as ourId } from '../list-indexes.ts'
import { type TenantKey, toBinding } from './bindings.ts'
import { type Page, type PageOf, beyond, directionOf, isByUpdate, pageOf } from '../page.ts'

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
  readonly at: Date
}

// A name of a site or an address has no blank, so the text is one tenant's alone.
const id = sql`binding.site || ' ' || binding.test_address || ' ' || binding.tenant_id`
const sameTenant = sql`other.tenant_id = binding.tenant_id and other.site = binding.site
  and other.test_address = binding.test_address`

// Counted, and not asked with `exists`: that would be planned as a join of all tenants, where a page
// needs the index on the time and a look for each of its rows.
const counted = (condition: RawBuilder<unknown>) =>
  sql`(select count(*) > 0 from kit_bindings other where ${sameTenant} and ${condition})`
const isFirst = sql`not ${counted(
  sql`(other.created_at, other.instance_id) < (binding.created_at, binding.instance_id)`,
)}`
const isLatest = sql`not ${counted(
  sql`(other.updated_at, other.instance_id) > (binding.updated_at, binding.instance_id)`,
)}`

/**
 * Tenants, the newest first: each comes in at the time of its first binding, or, by change, at the time
 * of the binding that changed last.
 */
export async function listTenants(
  db: Database,
  filter: TenantFilter,
  page: Page,
): Promise<PageOf<Tenant>> {
  const time = isByUpdate(page.sort) ? sql`updated_at` : sql`created_at`
  const direction = sql.raw(directionOf(page.sort))
  const { rows } = await sql<Head>`
    select ${id} as id, site, address, test, tenant_id as "tenantId", ${time} as at
    from kit_bindings binding
    where ${isByUpdate(page.sort) ? isLatest : isFirst} and ${matching(filter)}
      and ${changedAfter(page)} and ${beyond(time, id, page)}
    order by ${time} ${direction}, ${id} ${direction}
    limit ${page.limit + 1}`.execute(db)
  const heads = pageOf(rows, page.limit, (last) => [last.at.toISOString(), last.id])
  const bindings = await bindingsOf(db, heads.items)
  return { items: heads.items.flatMap((head) => tenantIn(bindings, head)), next: heads.next }
}

function matching({ address, tenantId, instanceId, state, test }: TenantFilter) {
  const conditions = [
    sql`true`,
    ...(address === undefined ? [] : [hasBinding(sql`address = ${address}`)]),
    ...(test === undefined ? [] : [sql`test = ${test}`]),
    ...(tenantId === undefined ? [] : [sql`tenant_id = ${tenantId}`]),
    ...(instanceId === undefined ? [] : [hasBinding(sql`instance_id = ${instanceId}`)]),
    ...(state === undefined ? [] : [inState[state]]),
  ]
  return sql.join(conditions, sql` and `)
}

function hasBinding(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(tenant_id, site, test_address) in (
    select tenant_id, site, test_address from kit_bindings where ${condition})`
}

const anyIn = (states: string) => counted(sql`other.state in (${sql.raw(states)})`)

// A tenant is bound if a binding is, else expected if one is. What its first binding says narrows the
// search to an index where the state is rare.
const inState: Readonly<Record<BindingState, RawBuilder<unknown>>> = {
  bound: anyIn(`'bound'`),
  expected: sql`binding.state <> 'bound' and ${anyIn(`'expected'`)} and not ${anyIn(`'bound'`)}`,
  deleted: sql`binding.state = 'deleted' and not ${anyIn(`'expected', 'bound'`)}`,
}

function changedAfter({ updatedAfter, sort }: Page): RawBuilder<unknown> {
  if (updatedAfter === undefined) return sql`true`
  const changed = sql`updated_at > ${updatedAfter}::timestamptz`
  // By change a tenant stands at its latest binding, so the search begins there.
  return isByUpdate(sort) ? changed : hasBinding(changed)
}

/** The tenant with an id of ours (tenantIdOf). */
export async function findTenantById(db: Database, id: string): Promise<Tenant | undefined> {
  const rows = await db
    .selectFrom('kit_bindings')
    .selectAll()
    .where(sql<boolean>`${sql.raw(ourId)} = ${id}::uuid`)
    .orderBy('created_at')
    .orderBy('instance_id')
    .execute()
  const [first, ...others] = rows.map(toBinding)
  return first && [first, ...others]
}

/** Koogate's id of a tenant: one for each scope in which the store's id stands. */
export function tenantIdOf(key: TenantKey): string {
  const digits = createHash('md5')
    .update(`${scopeText(key)} ${key.tenantId}`)
    .digest('hex')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The tenants of an id: a real one, and a test one for each address that has one. */
export async function findTenants(
  db: Database,
  { tenantId, test, address }: Pick<TenantKey, 'tenantId' | 'test'> & { address?: string },
): Promise<Tenant[]> {
  const rows = await db
    .selectFrom('kit_bindings')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('test', '=', test)
    .orderBy('created_at')
    .orderBy('instance_id')
    .execute()
  const bindings = rows.map(toBinding)
  const tenants = [...Map.groupBy(bindings, scopeText).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  )
  if (address === undefined) return tenants
  return tenants.filter((tenant) => tenant.some((binding) => binding.address === address))
}

// Of their other scopes too; whoever asks picks his.
async function bindingsOf(db: Database, tenants: readonly TenantKey[]): Promise<Binding[]> {
  const ids = tenants.map(({ tenantId }) => tenantId)
  const rows = await db
    .selectFrom('kit_bindings')
    .selectAll()
    .where((where) => where('tenant_id', '=', where.fn.any(where.val(ids))))
    .orderBy('created_at')
    .orderBy('instance_id')
    .execute()
  return rows.map(toBinding)
}

function tenantIn(bindings: readonly Binding[], head: TenantKey): Tenant[] {
  const [first, ...others] = bindings.filter(
    (one) => one.tenantId === head.tenantId && scopeText(one) === scopeText(head),
  )
  return first === undefined ? [] : [[first, ...others]]
}

function scopeText(key: TenantKey): string {
  const { site, testAddress } = scopeOf(key)
  return `${site} ${testAddress}`
}

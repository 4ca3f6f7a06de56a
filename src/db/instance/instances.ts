import { type Selectable, sql } from 'kysely'
import type { Vault } from '../../crypto/vault.ts'
import type { AppInfo, Instance, Status } from '../../domain/instance/instance.ts'
import type { OldSale } from '../../domain/instance/read-back.ts'
import { kindOf, scopeOf } from '../../domain/scope.ts'
import type { ClaimKey } from '../claim/claims.ts'
import type { Database } from '../database.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import { scopeColumns } from '../scope-columns.ts'
import type { InstanceTable } from './instance-tables.ts'
import { readSale, writeSale, writtenOrders } from './sale.ts'

/** An instance as it is kept. */
export type InstanceRow = Selectable<InstanceTable>

/** What a decision needs to know: the instance, and whether the call's claim was taken before. */
export interface Found {
  readonly instance: Instance | undefined
  readonly claimed: boolean
}

/** The instance with this id, whoever may see it. */
export async function findInstance(
  db: Database,
  vault: Vault,
  instanceId: string,
): Promise<Instance | undefined> {
  const [instance] = await findInstances(db, vault, [instanceId])
  return instance
}

/** The instances with these ids, in any order. */
export async function findInstances(
  db: Database,
  vault: Vault,
  instanceIds: readonly string[],
): Promise<Instance[]> {
  const rows = await db
    .selectFrom('sold_instances')
    .selectAll()
    .where((where) => where('instance_id', '=', where.fn.any(where.val(instanceIds))))
    .execute()
  return rows.map((row) => toInstance(row, vault))
}

/** The instances that these orders bought. */
export async function findPurchases(
  db: Database,
  vault: Vault,
  orderIds: readonly string[],
): Promise<Instance[]> {
  const rows = await db
    .selectFrom('sold_instances')
    .selectAll()
    .where((where) => where('order_id', '=', where.fn.any(where.val(orderIds))))
    .orderBy('created_at')
    .execute()
  return rows.map((row) => toInstance(row, vault))
}

/** The instance by its id, and whether the claim was taken before. */
export async function findWithClaim(
  db: Database,
  vault: Vault,
  instanceId: string,
  claim: ClaimKey,
): Promise<Found> {
  const row = await db
    .selectFrom('sold_instances')
    .leftJoin('claims', (join) =>
      join
        .on('claims.site', '=', claim.site)
        .on('claims.kind', '=', claim.kind)
        .on('claims.test_address', '=', claim.testAddress)
        .on('claims.activity', '=', claim.activity)
        .on('claims.claim_key', '=', claim.claimKey),
    )
    .selectAll('sold_instances')
    .select('claims.claim_key as claimed')
    .where('sold_instances.instance_id', '=', instanceId)
    .executeTakeFirst()
  return { instance: row && toInstance(row, vault), claimed: typeof row?.claimed === 'string' }
}

/** Those that are not completed since version 0.2 has written them, in the order of their ids. */
export async function listOldSales(
  db: Database,
  vault: Vault,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly { readonly instanceId: string; readonly open: () => OldSale }[]> {
  const rows = await db
    .selectFrom('sold_instances')
    .selectAll()
    .where(sql<boolean>`sale_version is distinct from version`)
    .where('instance_id', '>', after)
    .orderBy('instance_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    instanceId: row.instance_id,
    open: () => ({ instance: toInstance(row, vault), written: writtenOrders(row, vault) }),
  }))
}

/**
 * Keeps that these are completed, unless somebody has changed one meanwhile. It waits for no row that
 * is locked: so it stands in no circle with the statements of calls.
 */
export async function keepCompleted(db: Database, instances: readonly Instance[]): Promise<void> {
  const done = instances.map(({ instanceId, version }) => ({ instanceId, version }))
  await sql`
    with free as (
      select sold.instance_id, sold.version from sold_instances sold
      join json_to_recordset(${JSON.stringify(done)}::json) as done ("instanceId" text, version int)
        on sold.instance_id = done."instanceId" and sold.version = done.version
      for update of sold skip locked)
    update sold_instances set sale_version = free.version from free
    where sold_instances.instance_id = free.instance_id`.execute(db)
}

/** What instances a list shows; each member that is left out lets all through. */
export interface InstanceFilter {
  readonly address?: string | undefined
  readonly orderId?: string | undefined
  readonly instanceId?: string | undefined
  readonly status?: Status | undefined
  readonly test?: boolean | undefined
  readonly externalId?: string | undefined
  /** Whether something about it wants a look. */
  readonly attention?: boolean | undefined
}

const columns = { time: 'created_at', updated: 'updated_at', id: 'instance_id' } as const

/** Instances, the newest first. */
export async function listInstances(
  db: Database,
  vault: Vault,
  filter: InstanceFilter,
  page: Page,
): Promise<PageOf<Instance>> {
  let query = db.selectFrom('sold_instances').selectAll()
  if (filter.address !== undefined) query = query.where('address', '=', filter.address)
  if (filter.orderId !== undefined) {
    query = query.where('instance_id', 'in', changedBy(db, filter.orderId))
  }
  if (filter.instanceId !== undefined) query = query.where('instance_id', '=', filter.instanceId)
  if (filter.test !== undefined) query = query.where('test', '=', filter.test)
  if (filter.externalId !== undefined) query = query.where('external_id', '=', filter.externalId)
  if (filter.attention !== undefined) {
    query = query.where('attention', filter.attention ? 'is not' : 'is', null)
  }
  if (filter.status !== undefined) {
    const { phase, frozen } = columnsOf(filter.status)
    query = query.where('phase', '=', phase)
    if (frozen !== undefined) query = query.where('frozen', '=', frozen)
  }
  const found = await pageOfQuery(query, columns, page)
  return { ...found, items: found.items.map((row) => toInstance(row, vault)) }
}

/** The instances that an order bought, renewed or upgraded. */
function changedBy(db: Database, orderId: string) {
  return db
    .selectFrom('sold_instances')
    .select('instance_id')
    .where('order_id', '=', orderId)
    .union(
      db
        .selectFrom('events')
        .select('instance_id')
        .where('order_id', '=', orderId)
        .where('type', 'in', sql<string>`('instance.refreshed', 'instance.upgraded')`),
    )
}

function columnsOf(status: Status): { phase: InstanceRow['phase']; frozen?: boolean } {
  if (status === 'active') return { phase: 'ready', frozen: false }
  if (status === 'frozen') return { phase: 'ready', frozen: true }
  return { phase: status }
}

/** The row of an instance; what is private in it is encrypted. */
export function toInstanceRow(instance: Instance, vault: Vault): InstanceRow {
  return {
    instance_id: instance.instanceId,
    ...scopeColumns(scopeOf(instance)),
    kind: kindOf(instance.family),
    address: instance.address,
    family: instance.family,
    test: instance.test,
    business_id: instance.businessId,
    order_id: instance.orderId,
    order_line_id: instance.orderLineId,
    latest_order_id: instance.latestOrderId,
    latest_order_line_id: instance.latestOrderLineId,
    product_id: instance.productId,
    phase: instance.phase,
    frozen: instance.frozen,
    frozen_after_expiry: instance.frozenAfterExpiry,
    expire_time: instance.expireTime,
    acceptance_time: instance.acceptanceTime,
    trial: instance.trial,
    sale: writeSale(instance, vault),
    sale_version: instance.version,
    app_info: instance.appInfo && vault.encrypt(JSON.stringify(instance.appInfo)),
    usage_info: instance.usageInfo,
    failure: instance.failure,
    attention: instance.attention,
    external_id: instance.externalId,
    metadata: Object.keys(instance.metadata).length > 0 ? instance.metadata : null,
    version: instance.version,
    created_at: instance.createdAt,
    updated_at: instance.updatedAt,
  }
}

/** The instance of a row. */
export function toInstance(row: InstanceRow, vault: Vault): Instance {
  return {
    instanceId: row.instance_id,
    site: row.site,
    address: row.address,
    family: row.family,
    test: row.test,
    businessId: row.business_id,
    orderId: row.order_id,
    orderLineId: row.order_line_id,
    latestOrderId: row.latest_order_id,
    latestOrderLineId: row.latest_order_line_id,
    productId: row.product_id,
    phase: row.phase,
    frozen: row.frozen,
    frozenAfterExpiry: row.frozen_after_expiry,
    expireTime: row.expire_time,
    acceptanceTime: row.acceptance_time,
    trial: row.trial,
    ...readSale(row, vault),
    appInfo: row.app_info && (JSON.parse(vault.decrypt(row.app_info).toString()) as AppInfo),
    usageInfo: row.usage_info,
    failure: row.failure,
    attention: row.attention,
    externalId: row.external_id,
    metadata: row.metadata ?? {},
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

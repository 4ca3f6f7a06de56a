import { lengths, type ManagementSchemas } from '../contract/index.ts'
import type { Vault } from '../crypto/vault.ts'
import { type EventRow, listEvents } from '../db/instance/events.ts'
import { type OrderAt, type OrderRow, findOrder, findOrders } from '../db/order/orders.ts'
import { type AppInfo, type Instance, statusOf } from '../domain/instance/instance.ts'
import { scopeOf } from '../domain/scope.ts'
import type { Services } from '../calls/services.ts'
import { viewOrder } from './order-view.ts'
import { viewSale } from './plan-view.ts'

type InstanceView = ManagementSchemas['Instance']
type InstanceDetail = ManagementSchemas['InstanceDetail']
type InstanceAppInfo = ManagementSchemas['InstanceAppInfo']
type Order = ManagementSchemas['Order']

/** Instances as lists show them, in the order given. */
export async function viewInstances(
  instances: readonly Instance[],
  { db, vault }: Services,
): Promise<InstanceView[]> {
  const rows = await findOrders(db, instances.map(latestOrder))
  const byLine = new Map(
    rows.map((row) => [lineKey(row.site, row.test_address, row.order_id, row.order_line_id), row]),
  )
  return instances.map((instance) => {
    const order = latestOrder(instance)
    const { site, testAddress } = scopeOf(order)
    const row = byLine.get(lineKey(site, testAddress, order.orderId, order.orderLineId))
    return viewInstance(instance, row, vault)
  })
}

/** One instance with its history. */
export async function viewDetail(
  instance: Instance,
  { db, vault }: Services,
): Promise<InstanceDetail> {
  const [row, events] = await Promise.all([
    findOrder(db, latestOrder(instance)),
    listEvents(db, instance.instanceId, lengths.history),
  ])
  return { ...viewInstance(instance, row, vault), history: events.map(viewEvent) }
}

function latestOrder({ site, address, test, latestOrderId, latestOrderLineId }: Instance): OrderAt {
  return { site, address, test, orderId: latestOrderId, orderLineId: latestOrderLineId }
}

function lineKey(...parts: readonly string[]): string {
  return JSON.stringify(parts)
}

function viewInstance(instance: Instance, row: OrderRow | undefined, vault: Vault): InstanceView {
  const { instanceId, failure, appInfo, usageInfo } = instance
  return {
    instanceId,
    address: instance.address,
    family: instance.family,
    orderId: instance.orderId,
    orderLineId: hasOrderLines(instance) ? instance.orderLineId : null,
    businessId: instance.businessId,
    productId: instance.productId,
    status: statusOf(instance),
    test: instance.test,
    expireTime: instance.expireTime?.toISOString() ?? null,
    acceptanceTime: instance.acceptanceTime?.toISOString() ?? null,
    trial: instance.trial,
    failure: failure && { code: failure.code, reason: failure.reason },
    attention: instance.attention,
    appInfo: appInfo && viewAppInfo(appInfo),
    usageInfo: usageInfo.map((usage) => ({ ...usage })),
    ...viewSale(instance),
    order: orderOf(instance, row, vault),
    messages: `/api/v1/messages?instanceId=${encodeURIComponent(instanceId)}`,
    createdAt: instance.createdAt.toISOString(),
    updatedAt: instance.updatedAt.toISOString(),
  }
}

/** The order; of a test call only what the call itself told, since the store is never asked. */
function orderOf(instance: Instance, row: OrderRow | undefined, vault: Vault): Order | null {
  if (instance.test && row === undefined) return null
  const order = viewOrder(latestOrder(instance), row, vault)
  return isLineOfOrder(instance) ? order : { ...order, orderLineId: null }
}

// V1 notes what stands for a line in it; V2 may renew what V1 has sold.
function isLineOfOrder(instance: Instance): boolean {
  const { orderLineId, latestOrderLineId } = instance
  if (latestOrderLineId === '') return false
  return hasOrderLines(instance) || latestOrderLineId !== orderLineId
}

// V1 has no order lines; what stands there instead only tells a pay-per-use order's products apart.
function hasOrderLines({ family }: Instance): boolean {
  return family !== 'saas-v1' && family !== 'license-b'
}

function viewAppInfo(appInfo: AppInfo): InstanceAppInfo {
  return {
    frontEndUrl: appInfo.frontEndUrl,
    adminUrl: appInfo.adminUrl ?? null,
    userName: appInfo.userName ?? null,
    hasPassword: appInfo.password !== undefined,
    memo: appInfo.memo ?? null,
  }
}

function viewEvent({ type, at, order_id }: EventRow) {
  return { type, at: at.toISOString(), orderId: order_id }
}

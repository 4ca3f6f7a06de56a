import { lengths, type ManagementSchemas } from '../contract/index.ts'
import { type EventRow, listEvents } from '../db/instance/events.ts'
import { type OrderAt, type OrderRow, findOrder, findOrders } from '../db/order/orders.ts'
import { subjectOf } from '../domain/subject.ts'
import { type AppInfo, type Instance, statusOf } from '../domain/instance/instance.ts'
import { scopeOf } from '../domain/scope.ts'
import type { ManagementServices } from './context.ts'
import { viewOrder } from './order-view.ts'

type InstanceView = ManagementSchemas['Instance']
type InstanceDetail = ManagementSchemas['InstanceDetail']
type InstanceAppInfo = ManagementSchemas['InstanceAppInfo']
type Order = ManagementSchemas['Order']

/** Instances as lists show them, in the order given. */
export async function viewInstances(
  instances: readonly Instance[],
  services: ManagementServices,
): Promise<InstanceView[]> {
  const rows = await findOrders(services.db, instances.map(latestOrder))
  const byLine = new Map(
    rows.map((row) => [lineKey(row.site, row.test_address, row.order_id, row.order_line_id), row]),
  )
  return instances.map((instance) => {
    const order = latestOrder(instance)
    const { site, testAddress } = scopeOf(order)
    const row = byLine.get(lineKey(site, testAddress, order.orderId, order.orderLineId))
    return viewInstance(instance, row, services)
  })
}

/** One instance with its history. */
export async function viewDetail(
  instance: Instance,
  services: ManagementServices,
): Promise<InstanceDetail> {
  const [row, events] = await Promise.all([
    findOrder(services.db, latestOrder(instance)),
    listEvents(services.db, instance.instanceId, lengths.history),
  ])
  return { ...viewInstance(instance, row, services), history: events.map(viewEvent) }
}

function latestOrder({ address, test, latestOrderId, latestOrderLineId }: Instance): OrderAt {
  return { address, test, orderId: latestOrderId, orderLineId: latestOrderLineId }
}

function lineKey(...parts: readonly string[]): string {
  return JSON.stringify(parts)
}

function viewInstance(
  instance: Instance,
  row: OrderRow | undefined,
  services: ManagementServices,
): InstanceView {
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
    externalId: instance.externalId,
    metadata: { ...instance.metadata },
    appInfo: appInfo && viewAppInfo(appInfo),
    usageInfo: usageInfo.map((usage) => ({ ...usage })),
    order: orderOf(instance, row, services),
    messages: `/api/v1/messages?instanceId=${encodeURIComponent(instanceId)}`,
    version: instance.version,
    createdAt: instance.createdAt.toISOString(),
    updatedAt: instance.updatedAt.toISOString(),
  }
}

/** The order; of a test call only what the call itself told, since the store is never asked. */
function orderOf(
  instance: Instance,
  row: OrderRow | undefined,
  { vault, show }: ManagementServices,
): Order | null {
  if (instance.test && row === undefined) return null
  const reader = { vault, show, subject: subjectOf('instance', instance.instanceId) }
  const order = viewOrder(latestOrder(instance), row, reader)
  return hasOrderLines(instance) ? order : { ...order, orderLineId: null }
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

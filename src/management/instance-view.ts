import { lengths, type ManagementSchemas } from '../contract/index.ts'
import { listAsks } from '../db/ask/asks.ts'
import { type EventRow, listEvents } from '../db/instance/events.ts'
import { type OrderAt, type OrderRow, findOrder, findOrders } from '../db/order/orders.ts'
import {
  type AppInfo,
  type Instance,
  hasOrderLines,
  statusOf,
} from '../domain/instance/instance.ts'
import { scopeOf } from '../domain/scope.ts'
import { subjectOf } from '../domain/subject.ts'
import type { ManagementServices } from './context.ts'
import { viewAsk } from './ask-view.ts'
import { viewOrdersOf } from './instance-orders-view.ts'
import { keyOfRow, orderResourceId } from '../db/order/order-resource-id.ts'
import { viewOrder } from './order-view.ts'
import { viewSale } from './plan-view.ts'
import { urlOf } from './url-of.ts'

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
  const byId = new Map(rows.map((row) => [orderResourceId(keyOfRow(row)), row]))
  return instances.map((instance) => {
    const row = byId.get(idOf(latestOrder(instance)))
    return viewInstance(instance, row, services)
  })
}

/** One instance with its orders and its history. */
export async function viewDetail(
  instance: Instance,
  services: ManagementServices,
): Promise<InstanceDetail> {
  const { db } = services
  const { instanceId } = instance
  const [row, events, orders, asks] = await Promise.all([
    findOrder(db, latestOrder(instance)),
    listEvents(db, instanceId, lengths.history),
    viewOrdersOf(instance, services),
    listAsks(db, services.vault, instanceId, lengths.asks),
  ])
  return {
    ...viewInstance(instance, row, services),
    orders,
    history: events.map(viewEvent),
    asks: asks.map((ask) => viewAsk(ask, services)),
  }
}

function latestOrder({ site, address, test, latestOrderId, latestOrderLineId }: Instance): OrderAt {
  return { site, address, test, orderId: latestOrderId, orderLineId: latestOrderLineId }
}

function idOf({ orderId, orderLineId, ...origin }: OrderAt): string {
  return orderResourceId({ ...scopeOf(origin), orderId, orderLineId })
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
    ...viewSale(instance, readerOf(instance, services)),
    order: orderOf(instance, row, services),
    messages: urlOf(['messages'], { instanceId }),
    version: instance.version,
    createdAt: instance.createdAt.toISOString(),
    updatedAt: instance.updatedAt.toISOString(),
  }
}

function readerOf({ instanceId }: Instance, services: ManagementServices) {
  return { ...services, subject: subjectOf('instance', instanceId) }
}

/** The order; of a test call only what the call itself told, since the store is never asked. */
function orderOf(
  instance: Instance,
  row: OrderRow | undefined,
  services: ManagementServices,
): Order | null {
  if (instance.test && row === undefined) return null
  const order = viewOrder(latestOrder(instance), row, readerOf(instance, services))
  return isLineOfOrder(instance) ? order : { ...order, orderLineId: null }
}

// V1 notes what stands for a line in it; V2 may renew what V1 has sold.
function isLineOfOrder(instance: Instance): boolean {
  const { orderLineId, latestOrderLineId } = instance
  if (latestOrderLineId === '') return false
  return hasOrderLines(instance) || latestOrderLineId !== orderLineId
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

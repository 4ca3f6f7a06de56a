import type { ManagementSchemas } from '../contract/index.ts'
import { type AppliedOrder, listAppliedOf } from '../db/claim/applied-orders.ts'
import { type Notification, listNotifications } from '../db/claim/notifications.ts'
import {
  type DeliveryRow,
  type DeliveryStepRow,
  findDeliveries,
  findDeliverySteps,
} from '../db/delivery/deliveries.ts'
import { findPurchases } from '../db/instance/instances.ts'
import type { OrderRowKey } from '../db/order/list-orders.ts'
import type { OrderRow } from '../db/order/orders.ts'
import { type Instance, hasOrderLines } from '../domain/instance/instance.ts'
import { roleOfOrder } from '../domain/order/order-role.ts'
import { scopeOf } from '../domain/scope.ts'
import type { Services } from '../calls/services.ts'
import { subjectOf } from '../domain/subject.ts'
import type { ManagementServices } from './context.ts'
import { keyOfRow, orderResourceId } from '../db/order/order-resource-id.ts'
import { viewDelivery } from './delivery-view.ts'
import { viewOrder } from './order-view.ts'

type OrderDetail = ManagementSchemas['OrderDetail']
type OrderInstance = ManagementSchemas['OrderInstance']

/** An order line, and the instances that it bought or changed. */
export interface OrderAndUses {
  readonly row: OrderRow
  readonly bought: readonly Instance[]
  readonly applied: readonly AppliedOrder[]
  readonly notifiedAt: Date | undefined
  readonly delivery: DeliveryRow | undefined
  readonly steps: readonly DeliveryStepRow[]
}

/** What else is known of order lines, in the order given. */
export async function withUses(
  rows: readonly OrderRow[],
  { db, vault }: Services,
): Promise<OrderAndUses[]> {
  const orderIds = [...new Set(rows.map((row) => row.order_id))]
  const [bought, applied, notified, deliveries, steps] = await Promise.all([
    findPurchases(db, vault, orderIds),
    listAppliedOf(db, orderIds),
    listNotifications(db, rows),
    findDeliveries(db, orderIds),
    findDeliverySteps(db, orderIds),
  ])
  const boughtBy = Map.groupBy(bought, (one) => orderResourceId(purchasingOrder(one)))
  const appliedBy = Map.groupBy(applied, orderResourceId)
  const notifiedBy = new Map(notified.map((one: Notification) => [orderResourceId(one), one.at]))
  const deliveryOf = new Map(deliveries.map((one) => [orderResourceId(keyOfRow(one)), one]))
  const stepsOf = Map.groupBy(steps, (one) => orderResourceId(keyOfRow(one)))
  return rows.map((row) => {
    const id = orderResourceId(keyOfRow(row))
    return {
      row,
      bought: boughtBy.get(id) ?? [],
      applied: appliedBy.get(id) ?? [],
      notifiedAt: notifiedBy.get(id),
      delivery: deliveryOf.get(id),
      steps: stepsOf.get(id) ?? [],
    }
  })
}

/** The key of the order line that bought an instance. */
export function purchasingOrder({ orderId, orderLineId, ...instance }: Instance): OrderRowKey {
  return { ...scopeOf(instance), orderId, orderLineId }
}

/** An order line as the resource shows it. */
export function viewOrderDetail(order: OrderAndUses, services: ManagementServices): OrderDetail {
  const { row, notifiedAt } = order
  const { site, address, order_id: orderId, order_line_id: orderLineId } = row
  const at = { site, address, test: row.test_address !== '', orderId, orderLineId }
  return {
    ...viewOrder(at, row, { ...services, subject: subjectOf('order', orderId) }),
    ...(toldByCall(order) && { orderLineId: null }),
    id: orderResourceId(keyOfRow(row)),
    site,
    address,
    test: at.test,
    notifiedAt: notifiedAt?.toISOString() ?? null,
    instances: instancesOf(order),
    delivery: viewDelivery(order, { ...services, subject: subjectOf('order', orderId) }),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** Whether an order of V1 or License 1.0: it has no lines, and its call told all there is to know. */
export function toldByCall({ row, bought, applied }: OrderAndUses): boolean {
  if (bought.some((one) => !hasOrderLines(one))) return true
  return row.order_line_id === '' || applied.some(({ activity }) => activity === 'upgrade')
}

function instancesOf({ row, bought, applied }: OrderAndUses): OrderInstance[] {
  const purchases = bought.map(({ instanceId, createdAt }) => ({
    instanceId,
    role: 'purchase' as const,
    appliedAt: createdAt.toISOString(),
  }))
  const changes = applied.map((one) => ({
    instanceId: one.instanceId,
    role: roleOfOrder({ ...one, orderType: row.order_type }),
    appliedAt: one.appliedAt.toISOString(),
  }))
  return [...purchases, ...changes.toReversed()].slice(0, 200)
}

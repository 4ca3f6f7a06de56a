import { lengths, type ManagementSchemas } from '../contract/index.ts'
import { listAppliedTo } from '../db/claim/applied-orders.ts'
import { findOrders } from '../db/order/orders.ts'
import { type Instance, hasOrderLines } from '../domain/instance/instance.ts'
import { roleOfOrder } from '../domain/order/order-role.ts'
import { subjectOf } from '../domain/subject.ts'
import type { ManagementServices } from './context.ts'
import { keyOfRow, orderResourceId } from '../db/order/order-resource-id.ts'
import { viewOrder } from './order-view.ts'
import { purchasingOrder } from './order-detail-view.ts'

type InstanceOrder = ManagementSchemas['InstanceOrder']

/** The orders that bought and changed an instance, the newest first, each with its role. */
export async function viewOrdersOf(
  instance: Instance,
  services: ManagementServices,
): Promise<InstanceOrder[]> {
  const { db } = services
  const { instanceId, site, address, test, createdAt } = instance
  const applied = await listAppliedTo(db, instanceId, lengths.instanceOrders - 1)
  const uses = [...applied, { ...purchasingOrder(instance), appliedAt: createdAt }]
  const at = { site, address, test }
  const lines = uses.map(({ orderId, orderLineId }) => ({ ...at, orderId, orderLineId }))
  const rows = await findOrders(db, lines)
  const reader = { ...services, subject: subjectOf('instance', instanceId) }
  const byId = new Map(rows.map((row) => [orderResourceId(keyOfRow(row)), row]))
  return uses.map((use) => {
    const id = orderResourceId(use)
    const row = byId.get(id)
    const isChange = 'activity' in use
    const isLine = hasOrderLines(instance) && use.orderLineId !== ''
    return {
      ...viewOrder({ ...use, ...at }, row, reader),
      ...(!isLine && { orderLineId: null }),
      id: row === undefined ? null : id,
      role: isChange ? roleOfOrder({ ...use, orderType: row?.order_type }) : 'purchase',
      appliedAt: use.appliedAt.toISOString(),
    }
  })
}

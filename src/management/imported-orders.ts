import type { ManagementSchemas } from '../contract/index.ts'
import { claimOf } from '../calls/call.ts'
import { claimColumns } from '../db/claim/claims.ts'
import type { ClaimTable } from '../db/claim/claim-tables.ts'
import type { Address } from '../domain/address.ts'
import type { NewEvent } from '../calls/handler.ts'
import { type AppliedOrder, newOrder } from '../domain/instance/applied-order.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { withOrders } from '../domain/instance/plan.ts'
import type { ImportedOrders, InstanceImport } from './instance-import.ts'

type ImportedOrder = ManagementSchemas['ImportedOrder']

const scenes = {
  renewal: 'RENEWAL',
  conversion: 'TRIAL_TO_FORMAL',
  change: 'RENEWAL_CHANGE',
  refund: 'UNSUBSCRIBE_RENEWAL_PERIOD',
} as const

/** The claim that a call with this order would have made, so that one that comes is a repeat. */
export function claimRow(
  { instanceId, family }: InstanceImport,
  order: ImportedOrder,
  { address, now }: { readonly address: Address; readonly now: Date },
): ClaimTable {
  const { activity, ids } = idsOf(family, order)
  const call = { address, family, test: false }
  const claim = claimOf(call, activity, [instanceId, order.orderId, ...ids])
  return { ...claimColumns(claim), instance_id: instanceId, claimed_at: now }
}

function idsOf(family: InstanceImport['family'], { role, orderLineId = '' }: ImportedOrder) {
  const isUpgrade = role === 'upgrade'
  if (family === 'saas-v1') return { activity: isUpgrade ? 'upgrade' : 'refreshInstance', ids: [] }
  if (family === 'license-b') return { activity: 'refreshLicense', ids: [] }
  if (isUpgrade) return { activity: 'upgradeInstance', ids: [orderLineId] }
  return { activity: 'refreshInstance', ids: [orderLineId, scenes[role]] }
}

/** What the history tells of an order that was applied before. */
export function importedEvent({ role, orderId }: ImportedOrder): NewEvent {
  const type = role === 'upgrade' ? 'instance.upgraded' : 'instance.refreshed'
  return { type, orderId, isOld: true }
}

/** The instance with orders that came before whatever the store has called since. */
export function withImported(instance: Instance, fresh: ImportedOrders, now: Date): Instance {
  const last = fresh.at(-1)
  if (last === undefined) return instance
  const { orders } = instance
  const at = orders.findLastIndex((one) => one.isImported || one.role === 'purchase') + 1
  const named = fresh.map((order) => appliedBefore(order, instance, now))
  const changed = withOrders(instance, orders.toSpliced(at, 0, ...named))
  if (at < orders.length) return changed
  const latestOrderLineId = last.orderLineId ?? instance.orderLineId
  return { ...changed, latestOrderId: last.orderId, latestOrderLineId }
}

/** What is known of an order that a row names: that it was applied; the plan stands in the row. */
function appliedBefore(order: ImportedOrder, instance: Instance, now: Date): AppliedOrder {
  const { role, orderId, orderLineId = instance.orderLineId } = order
  return newOrder({
    ...{ orderId, orderLineId, role },
    appliedAt: now,
    expireTime: null,
    expiryAfter: instance.expireTime,
    isImported: true,
  })
}

import { isDeepStrictEqual } from 'node:util'
import {
  type AppliedOrder,
  type OrderRole,
  type Terms,
  asPlaced,
  isSameOrder,
  newOrder,
} from './applied-order.ts'
import type { Buyer, Instance, OrderKey } from './instance.ts'
import { next } from './life-cycle.ts'
import { withOrders } from './plan.ts'

/** What an order query told of one order line. */
export interface OrderFacts extends OrderKey {
  readonly terms: Terms
  /** How many products stand on the line. */
  readonly productCount: number
  readonly createdAt: Date | null
  readonly expireTime: Date | null
  readonly buyer: Buyer | null
}

/**
 * Completes an instance with a fetched order: what was bought follows from all of its orders anew. The
 * expiry of the order counts only where none is known, since the calls know better. Returns the same
 * instance when nothing is new.
 */
export function completeWithOrder(instance: Instance, facts: OrderFacts, now: Date): Instance {
  if (instance.phase === 'released') return instance
  const expireTime = instance.expireTime ?? facts.expireTime
  const buyer = facts.buyer === null ? instance.buyer : { ...instance.buyer, ...facts.buyer }
  const orders = withNoted(instance, facts).map((one) =>
    isSameOrder(one, facts) ? readOrder(one, facts) : one,
  )
  const completed = withOrders({ ...instance, expireTime, buyer }, orders)
  return isDeepStrictEqual(completed, instance) ? instance : next(completed, now, {})
}

/** True where what an order has shown decides anew which of two came last, and with it the plan. */
export function isDecidedAnew(before: Instance, after: Instance): boolean {
  const placed = (orders: readonly AppliedOrder[]) => asPlaced(orders).map(({ orderId }) => orderId)
  return !isDeepStrictEqual(placed(before.orders), placed(after.orders))
}

function readOrder(order: AppliedOrder, facts: OrderFacts): AppliedOrder {
  const { terms, productCount, createdAt, expireTime } = facts
  // What an imported order bought is in what the purchase tells: the import names all of it together.
  const isInPurchase = order.isImported && order.role !== 'purchase'
  const read = { ...order, read: isInPurchase ? null : terms, productCount, createdAt }
  if (order.role !== 'purchase' || order.expireTime !== null) return read
  return { ...read, expireTime, expiryAfter: expireTime }
}

const rolesOfType: ReadonlyMap<string, OrderRole> = new Map<string, OrderRole>([
  ['TRIAL_TO_FORMAL', 'conversion'],
  ['RENEW', 'renewal'],
  ['CHANGE', 'upgrade'],
])

// The version before kept no list of orders: its latest one is noted when it is read.
function withNoted(
  { orders, latestOrderId, latestOrderLineId, ...instance }: Instance,
  facts: OrderFacts,
) {
  const { orderId, orderLineId, terms } = facts
  const isKnown = orders.some((one) => isSameOrder(one, facts))
  const isLatest = orderId === latestOrderId && orderLineId === latestOrderLineId
  const role = rolesOfType.get(terms.orderType ?? '')
  if (isKnown || !isLatest || role === undefined) return orders
  const { expireTime, updatedAt: appliedAt } = instance
  const noted = { orderId, orderLineId, role, appliedAt, expireTime, expiryAfter: expireTime }
  return [...orders, newOrder({ ...noted, isQueried: true })]
}

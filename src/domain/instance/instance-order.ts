import { isDeepStrictEqual } from 'node:util'
import { type AppliedOrder, type Terms, asPlaced, isSameOrder } from './applied-order.ts'
import type { Buyer, Instance, OrderKey } from './instance.ts'
import { next } from './life-cycle.ts'
import { withOrders } from './plan.ts'
import { knownAtStore } from '../reconciliation/flagged.ts'

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
  const orders = instance.orders.map((one) =>
    isSameOrder(one, facts) ? readOrder(one, facts) : one,
  )
  const isBought = isSameOrder(instance, facts)
  const known = isBought ? knownAtStore(instance) : instance
  const completed = withOrders({ ...known, expireTime, buyer }, orders)
  return isDeepStrictEqual(completed, instance) ? instance : next(completed, now, {})
}

/** True where what an order has shown decides anew which of two came last, and with it the plan. */
export function isDecidedAnew(before: Instance, after: Instance): boolean {
  const placed = (orders: readonly AppliedOrder[]) => asPlaced(orders).map(({ orderId }) => orderId)
  return !isDeepStrictEqual(placed(before.orders), placed(after.orders))
}

/** An order with what its query has shown. */
export function readOrder(order: AppliedOrder, facts: OrderFacts): AppliedOrder {
  const { terms, productCount, createdAt, expireTime } = facts
  // What an imported order bought is in what the purchase tells: the import names all of it together.
  const isInPurchase = order.isImported && order.role !== 'purchase'
  const read = { ...order, read: isInPurchase ? null : terms, productCount, createdAt }
  if (order.role !== 'purchase' || order.expireTime !== null) return read
  return { ...read, expireTime, expiryAfter: expireTime }
}

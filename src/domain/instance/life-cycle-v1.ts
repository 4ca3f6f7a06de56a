import type { AppliedOrder } from './applied-order.ts'
import type { Instance } from './instance.ts'
import { next } from './life-cycle.ts'

// The rules of an instance's life where V1 has its own.

/** Freezes because the period ended. */
export function expire(instance: Instance, now: Date): Instance {
  if (instance.frozen) return instance
  return next(instance, now, { frozen: true, frozenAfterExpiry: true })
}

/** When the buyer accepted, and the expiry that follows from it. */
export interface Acceptance {
  readonly acceptanceTime: Date
  readonly expireTime: Date | null
}

/**
 * The buyer accepted a supervised product, and its period starts there. The expiry is the purchase's:
 * it counts only while no later order has set another.
 */
export function accept(instance: Instance, acceptance: Acceptance, now: Date): Instance {
  const { acceptanceTime, expireTime } = acceptance
  const known = instance.acceptanceTime?.getTime() === acceptanceTime.getTime()
  if (known || instance.phase === 'released') return instance
  const isPurchaseLatest = instance.latestOrderId === instance.orderId
  const accepted = next(instance, now, { acceptanceTime })
  const counts = isPurchaseLatest && expireTime !== null && !isRenewedSince(instance, expireTime)
  if (!counts) return accepted
  return {
    ...accepted,
    expireTime,
    orders: instance.orders.map((one) => purchaseUntil(one, expireTime)),
  }
}

/** What was imported may have been renewed since it was accepted: its expiry does not move back. */
function isRenewedSince({ orders, ...instance }: Instance, expireTime: Date): boolean {
  const isImported = orders.some((one) => one.role === 'purchase' && one.isImported)
  return isImported && instance.expireTime !== null && expireTime < instance.expireTime
}

function purchaseUntil(order: AppliedOrder, expireTime: Date): AppliedOrder {
  return order.role === 'purchase' ? { ...order, expireTime, expiryAfter: expireTime } : order
}

/** Several changes of an instance as one, which is how they are written. */
export function asOneChange(before: Instance, after: Instance): Instance {
  return after === before ? before : { ...after, version: before.version + 1 }
}

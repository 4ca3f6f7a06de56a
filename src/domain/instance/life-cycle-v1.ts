import type { Instance, OrderKey } from './instance.ts'
import { next } from './life-cycle.ts'

// The rules of an instance's life where V1 has its own.

/** A refreshInstance call of V1, read: a renewal, a trial that becomes an order, or a renewal cancelled. */
export interface RefreshV1 extends OrderKey {
  readonly expireTime: Date
  readonly productId?: string | undefined
  /** A renewal that is taken back (退续费), which the store tells by a negative amount. */
  readonly isCancelled: boolean
  readonly endsTrial: boolean
}

/** Sets the absolute expiry. In V1 a renewal unfreezes whatever froze it, if its expiry lies ahead. */
export function refreshV1(instance: Instance, call: RefreshV1, now: Date): Instance {
  const unfreezes = !call.isCancelled && call.expireTime > now
  return next(instance, now, {
    expireTime: call.expireTime,
    productId: call.productId ?? instance.productId,
    trial: instance.trial && !call.endsTrial,
    latestOrderId: call.orderId,
    latestOrderLineId: call.orderLineId,
    ...(unfreezes && { frozen: false, frozenAfterExpiry: false }),
  })
}

/** Freezes because the period ended. */
export function expire(instance: Instance, now: Date): Instance {
  if (instance.frozen) return instance
  return next(instance, now, { frozen: true, frozenAfterExpiry: true })
}

/** An upgrade that names the product which holds from now on. */
export function upgradeV1(
  instance: Instance,
  { orderId, orderLineId, productId }: OrderKey & { readonly productId: string },
  now: Date,
): Instance {
  return next(instance, now, { productId, latestOrderId: orderId, latestOrderLineId: orderLineId })
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
  return next(instance, now, {
    acceptanceTime,
    ...(isPurchaseLatest && expireTime !== null && { expireTime }),
  })
}

/** Several changes of an instance as one, which is how they are written. */
export function asOneChange(before: Instance, after: Instance): Instance {
  return after === before ? before : { ...after, version: before.version + 1 }
}

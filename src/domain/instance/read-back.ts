import { isDeepStrictEqual } from 'node:util'
import {
  type AppliedOrder,
  type OrderRole,
  effective,
  isSameOrder,
  newOrder,
} from './applied-order.ts'
import { type OrderFacts, readOrder } from './instance-order.ts'
import type { Instance, OrderKey } from './instance.ts'
import { next } from './life-cycle.ts'
import { planOf, withOrders } from './plan.ts'
import { cancelRenewal } from './refund.ts'

/** An instance that version 0.2 has written. */
export interface OldSale {
  readonly instance: Instance
  /** Its orders without those that only its columns let guess. */
  readonly written: readonly AppliedOrder[]
}

/** An order of an instance as the version before kept it, apart from the instance. */
export interface KeptOrder extends OrderKey {
  readonly role: OrderRole
  readonly appliedAt: Date
  /** Undefined where it was never read. */
  readonly facts: OrderFacts | undefined
}

/**
 * Completes an instance of the version before with its orders, the oldest first. What the instance
 * knows counts before them. Returns the same instance when there is nothing to write.
 */
export function readBack(sale: OldSale, kept: readonly KeptOrder[], now: Date): Instance {
  const { instance, written } = sale
  const completed = instance.phase === 'released' ? instance : completedWith(sale, kept)
  const isWritten = isDeepStrictEqual(completed, { ...instance, orders: written })
  return isWritten ? instance : next(completed, now, {})
}

function completedWith({ instance, written }: OldSale, kept: readonly KeptOrder[]): Instance {
  const { latestOrderId: orderId, latestOrderLineId: orderLineId, expireTime } = instance
  const latest = { orderId, orderLineId }
  const isKept = kept.some((one) => isSameOrder(one, latest))
  const known = (isKept ? written : instance.orders).map((order) => withFacts(order, kept))
  const orders = replayed(
    known,
    kept.map((one) => (isSameOrder(one, latest) ? { ...one, expireTime } : one)),
  )
  const told = withProduct(orders, instance.productId)
  return withOrders({ ...instance, buyer: buyerOf(instance, kept) }, told)
}

function withFacts(order: AppliedOrder, kept: readonly KeptOrder[]): AppliedOrder {
  const facts = kept.find((one) => isSameOrder(one, order))?.facts
  const isRead = order.createdAt !== null
  return facts === undefined || isRead ? order : readOrder(order, facts)
}

/** An order that is applied anew; of the latest one the instance has the expiry that its call told. */
type Replay = KeptOrder & { readonly expireTime?: Date | null }

/** The known orders, and each of the others in its place among them. */
function replayed(known: readonly AppliedOrder[], kept: readonly Replay[]): AppliedOrder[] {
  const placeOf = (order: OrderKey) => known.findIndex((one) => isSameOrder(one, order))
  let taken = 0
  const orders = kept.reduce<AppliedOrder[]>((all, order) => {
    const place = placeOf(order)
    if (place === -1) return applied(all, order)
    const upTo = known.slice(taken, place + 1)
    taken = Math.max(taken, place + 1)
    return [...all, ...upTo]
  }, [])
  return [...orders, ...known.slice(taken)]
}

function applied(orders: readonly AppliedOrder[], kept: Replay): AppliedOrder[] {
  const { orderId, orderLineId, role, appliedAt, facts } = kept
  const expireTime = expiryOf(kept)
  if (role === 'refund' && expireTime !== null) {
    return cancelRenewal(orders, { orderId, orderLineId, appliedAt, expireTime })
  }
  const expiryAfter = expireTime ?? orders.at(-1)?.expiryAfter ?? null
  const order = newOrder({ orderId, orderLineId, role, appliedAt, expireTime, expiryAfter })
  // Which renewal it has taken back is not known.
  const isUncertain = role === 'refund'
  return [...orders, { ...(facts ? readOrder(order, facts) : order), isUncertain }]
}

// A renewal that came late has left a later expiry on the instance than its own.
function expiryOf({ role, facts, expireTime: told = null }: Replay): Date | null {
  const read = facts?.expireTime ?? null
  if (role === 'upgrade') return null
  return role === 'refund' ? (told ?? read) : (read ?? told)
}

// What the call of an order told that was not read: the version before kept it on the instance alone.
function withProduct(orders: readonly AppliedOrder[], productId: string | null) {
  if (productId === null || planOf(orders)?.productId === productId) return orders
  const unread = effective(orders).findLast(
    ({ read, told }) => read === null && told.productId === undefined,
  )
  return orders.map((one) => (one === unread ? { ...one, read: { productId } } : one))
}

function buyerOf({ buyer }: Instance, kept: readonly KeptOrder[]): Instance['buyer'] {
  const told = [...kept.map(({ facts }) => facts?.buyer ?? null), buyer]
  return told.reduce((all, one) => (one === null ? all : { ...all, ...one }), null)
}

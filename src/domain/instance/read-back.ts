import { isDeepStrictEqual } from 'node:util'
import { type AppliedOrder, type OrderRole, isSameOrder, newOrder } from './applied-order.ts'
import { type OrderFacts, readOrder } from './instance-order.ts'
import type { Instance, OrderKey } from './instance.ts'
import { next } from './life-cycle.ts'
import { withOrders } from './plan.ts'
import { cancelRenewal } from './refund.ts'

/** An order of an instance as the version before kept it, apart from the instance. */
export interface KeptOrder extends OrderKey {
  readonly role: OrderRole
  readonly appliedAt: Date
  /** Undefined where it was never read. */
  readonly facts: OrderFacts | undefined
}

/**
 * Completes an instance of the version before with its orders, the oldest first. What the instance
 * knows counts before them. Returns the same instance when nothing is new.
 */
export function readBack(instance: Instance, kept: readonly KeptOrder[], now: Date): Instance {
  const { orders: known, phase } = instance
  if (phase === 'released') return instance
  const read = known.map((order) => {
    const facts = kept.find((one) => isSameOrder(one, order))?.facts
    return facts === undefined || isKnown(order) ? order : readOrder(order, facts)
  })
  const purchase = read.slice(0, 1)
  const before = kept.filter((one) => !known.some((order) => isSameOrder(one, order)))
  const orders = [...before.reduce(applied, purchase), ...read.slice(1)]
  const completed = withOrders({ ...instance, buyer: buyerOf(instance, kept) }, orders)
  return isDeepStrictEqual(completed, instance) ? instance : next(completed, now, {})
}

// By its call, or because it was read.
function isKnown({ told, createdAt }: AppliedOrder): boolean {
  return createdAt !== null || Object.keys(told).length > 0
}

function applied(orders: readonly AppliedOrder[], kept: KeptOrder): AppliedOrder[] {
  const { orderId, orderLineId, role, appliedAt, facts } = kept
  const expireTime = (role === 'upgrade' ? null : facts?.expireTime) ?? null
  if (role === 'refund' && expireTime !== null) {
    return cancelRenewal(orders, { orderId, orderLineId, appliedAt, expireTime })
  }
  const expiryAfter = expireTime ?? orders.at(-1)?.expiryAfter ?? null
  const order = newOrder({ orderId, orderLineId, role, appliedAt, expireTime, expiryAfter })
  // Which renewal it has taken back is not known.
  const isUncertain = role === 'refund'
  return [...orders, { ...(facts ? readOrder(order, facts) : order), isUncertain }]
}

function buyerOf({ buyer }: Instance, kept: readonly KeptOrder[]): Instance['buyer'] {
  const told = [...kept.map(({ facts }) => facts?.buyer ?? null), buyer]
  return told.reduce((all, one) => (one === null ? all : { ...all, ...one }), null)
}

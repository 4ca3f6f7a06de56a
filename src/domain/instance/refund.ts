import { type AppliedOrder, effective, isSameOrder, newOrder, termsOf } from './applied-order.ts'
import type { OrderKey } from './order-key.ts'

/** A renewal that is cancelled: the expiry goes back to that. */
export interface Refund extends OrderKey {
  readonly expireTime: Date
  readonly appliedAt: Date
}

/**
 * The orders once a renewal was cancelled. The plan returns to that of the latest order whose expiry is
 * the call's. Where none or several have it, the renewal that the call names is taken back, else the
 * latest one; and if that one had changed the plan, the refund is uncertain.
 */
export function cancelRenewal(orders: readonly AppliedOrder[], refund: Refund): AppliedOrder[] {
  const counting = effective(orders)
  const last = lastWithExpiry(counting, refund.expireTime)
  const renewal = last === undefined ? renewalTakenBack(counting, refund) : undefined
  const undone = last === undefined ? [renewal] : takenBackSince(counting, last)
  const isUncertain = renewal !== undefined && isChanged(renewal)
  const applied = newOrder({ ...refund, role: 'refund', expiryAfter: refund.expireTime })
  return [
    ...orders.map((one) => (undone.includes(one) ? { ...one, isUndone: true } : one)),
    { ...applied, isUncertain },
  ]
}

// What was converted is no trial any more, whatever becomes of its renewals; and what an import has
// told came to the expiry that it told.
function takenBackSince(counting: readonly AppliedOrder[], last: AppliedOrder) {
  return counting
    .slice(counting.indexOf(last) + 1)
    .filter(({ role, isImported }) => role !== 'conversion' && !isImported)
}

/** The latest order with an expiry, if one order alone has set it; an upgrade leaves it as it is. */
function lastWithExpiry(counting: readonly AppliedOrder[], expiry: Date): AppliedOrder | undefined {
  const [set, other] = counting.filter((one) => isAt(one.expireTime, expiry))
  if (set === undefined || other !== undefined) return undefined
  const later = counting.slice(counting.indexOf(set))
  return later.findLast(
    (one) => one === set || (one.role === 'upgrade' && isAt(one.expiryAfter, expiry)),
  )
}

function renewalTakenBack(counting: readonly AppliedOrder[], refund: OrderKey) {
  const renewals = counting.filter(({ role }) => role === 'renewal' || role === 'change')
  return renewals.find((one) => isSameOrder(one, refund)) ?? renewals.at(-1)
}

// What an imported one has changed nobody has told.
function isChanged(renewal: AppliedOrder): boolean {
  if (renewal.isImported) return true
  const { productId, quantity, skuCode } = termsOf(renewal)
  return renewal.role === 'change' || (productId ?? quantity ?? skuCode) !== undefined
}

function isAt(time: Date | null, expiry: Date): boolean {
  return time?.getTime() === expiry.getTime()
}

import { type Pair, differences } from './expectations.ts'
import type { InstanceState, Status } from './seller-view.ts'
import type { Subscription } from '../products/subscription.ts'

/**
 * How the seller's instance departs from the status it should have and from the store's accounts, in
 * words; nothing if it agrees. Without a subscription only the status counts.
 */
export function differencesFrom(
  expected: { readonly status: Status; readonly subscription: Subscription | undefined },
  state: InstanceState | undefined,
): readonly string[] {
  if (state === undefined) return ['the seller has no such instance']
  const { status, subscription } = expected
  return differences([
    ['status', status, state.status],
    ...(subscription ? terms(subscription, state) : []),
  ])
}

function terms(
  subscription: Subscription,
  { productId, expireTime, order }: InstanceState,
): Pair[] {
  const { product, quantity, latest } = subscription
  return [
    ['expireTime', timeOf(subscription.expireTime), timeOf(expireTime)],
    ['productId', product.productId, String(productId)],
    ['order', latest.orderId, String(order?.orderId)],
    ['order state', 'fetched', String(order?.state)],
    ['quantity', String(quantity), String(order?.quantity)],
  ]
}

function timeOf(time: Date | null | undefined): string {
  return time?.toISOString() ?? 'none'
}

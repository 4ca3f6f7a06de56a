import type { Clock } from '../clock.ts'
import { makeOrderKey, type OrderKey } from '../products/order-ids.ts'
import { orderInfoOf } from '../products/order-info.ts'
import type { OrderStore } from '../api/order-store.ts'
import type { Subscription, Terms } from '../products/subscription.ts'

/** The store's accounts: what was ordered, and what buyers have. */
export interface Accounts {
  /** Places an order of these terms; the seller's order query finds it from now on. */
  readonly placeOrder: (
    orderType: string,
    terms: Pick<Terms, 'product' | 'quantity' | 'expireTime'>,
    periods?: number,
  ) => OrderKey
  readonly save: (subscription: Subscription) => void
  readonly find: (instanceId: string) => Subscription | undefined
  /** Throws for an instance that was not sold here. */
  readonly presentOf: (instanceId: string) => Subscription
}

/** Empty accounts; orders are put into `orderStore`, if there is one. */
export function createAccounts(clock: Clock, orderStore?: Pick<OrderStore, 'orders'>): Accounts {
  const subscriptions = new Map<string, Subscription>()
  return {
    placeOrder(orderType, { product, quantity, expireTime }, periods = 1) {
      const placedAt = clock.now()
      const key = makeOrderKey(placedAt)
      const sale = { ...key, orderType, placedAt, product, quantity, periods, expireTime }
      orderStore?.orders.add(orderInfoOf(sale))
      return key
    },
    save: (subscription) => void subscriptions.set(subscription.instanceId, subscription),
    find: (instanceId) => subscriptions.get(instanceId),
    presentOf(instanceId) {
      const present = subscriptions.get(instanceId)
      if (present === undefined) throw new Error(`${instanceId} was not sold here`)
      return present
    },
  }
}

import { hourMs } from '../moment.ts'
import { found } from '../refused.ts'
import type { ActRules, Store } from '../store.ts'
import type { PlacedOrder } from '../store-data.ts'
import { setTimer } from '../timers.ts'
import { endOf, endOfTrial } from './orders.ts'
import { about, watchExpiry } from './instances.ts'

/** An accepted order is complete within three hours. */
const completeWithinMs = 3 * hourMs

/** The buyer has accepted: the period begins, and the order will be complete. */
export async function accepted(store: Store, order: PlacedOrder): Promise<void> {
  const { data } = store
  const instance = found(data.instances, order.instance, 'instance')
  const { generation } = found(data.products, order.product, 'product')
  if (order.supervision !== undefined) order.supervision.node = 'ACCEPTED'
  order.acceptanceTime = data.now
  // What is delivered by hand is there once it is accepted.
  if (generation === undefined) instance.status = 'ACTIVE'
  const { trialDays } = order.offer
  const end =
    instance.trial && trialDays !== undefined
      ? endOfTrial(data.now, trialDays)
      : endOf(data.now, order.offer, order.periods)
  if (end !== undefined) order.expireTime = instance.expireTime = end
  watchExpiry(store, instance)
  setTimer(data, 'supervisionDone', order.orderId, data.now + completeWithinMs)
  // V1 hears of it in a purchase call once more; no document has one of V2.
  if (generation === 'saasV1')
    await store.tell('accept', { ...about(instance), orderId: order.orderId })
}

/** The order is complete, and goes into the next bill. */
export function completeSupervision({ data }: Store, orderId: string): void {
  const order = found(data.orders, orderId, 'order')
  if (order.supervision === undefined) return
  order.supervision.node = 'DONE'
  order.state = 'completed'
}

/** The acceptance that V1 hears of; nothing else follows from it. */
export const acceptRules: ActRules = {}

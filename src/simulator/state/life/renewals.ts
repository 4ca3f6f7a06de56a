import { found } from '../refused.ts'
import type { ActRules, Store } from '../store.ts'
import type { PlacedOrder, SoldInstance } from '../store-data.ts'
import { refundUpgrade } from './purchases.ts'
import { followCode, unfreeze, watchExpiry } from './instances.ts'
import type { StoreMessage } from '../message.ts'

/** A renewal, a trial that becomes formal, or a renewal that is cancelled: the order's terms hold. */
export const renewRules: ActRules = {
  async succeeded(store, message) {
    const { order, instance } = subjectsOf(store, message)
    order.state = 'completed'
    const { offer, quantity } = instance
    if (order.purpose === 'UNSUBSCRIBE_RENEWAL_PERIOD') instance.earlier.pop()
    else instance.earlier.push({ offer, quantity, expireTime: instance.expireTime ?? 0 })
    instance.trial = false
    applyTerms(instance, order)
    followCode(store.data, instance)
    await watchAgain(store, instance)
  },
}

/** An upgrade, whose order is refunded when the seller never does it. */
export const upgradeRules: ActRules = {
  succeeded(store, message) {
    const { order, instance } = subjectsOf(store, message)
    order.state = 'completed'
    applyTerms(instance, order)
  },
  stopped: refundUpgrade,
}

function subjectsOf({ data }: Store, { subject }: StoreMessage) {
  const order = found(data.orders, subject.orderId ?? '', 'order')
  return { order, instance: found(data.instances, order.instance, 'instance') }
}

function applyTerms(instance: SoldInstance, order: PlacedOrder): void {
  instance.offer = order.offer
  instance.quantity = order.quantity
  if (order.expireTime !== undefined) instance.expireTime = order.expireTime
}

// A renewal in the frozen time begins where the last period ended, and unfreezes.
async function watchAgain(store: Store, instance: SoldInstance): Promise<void> {
  if (instance.status === 'RELEASED') return
  watchExpiry(store, instance)
  if (instance.frozenBy.includes('expiry')) await unfreeze(store, instance, 'expiry')
}

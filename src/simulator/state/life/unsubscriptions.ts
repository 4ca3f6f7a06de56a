import { hourMs } from '../moment.ts'
import { found } from '../refused.ts'
import { notify, type Store } from '../store.ts'
import type { PlacedOrder } from '../store-data.ts'
import { setTimer } from '../timers.ts'
import { release } from './instances.ts'

/** The refund of an approved unsubscription is carried out within three hours. */
const refundWithinMs = 3 * hourMs

/** The seller, or the rule, has agreed: the refund follows. */
export function approve({ data }: Store, order: PlacedOrder, withinMs = refundWithinMs): void {
  if (order.unsubscription) order.unsubscription.state = 'APPROVED'
  setTimer(data, 'refund', order.orderId, data.now + withinMs)
}

/** The money goes back, and the instance is released under the order of the unsubscription. */
export async function refund(store: Store, orderId: string): Promise<void> {
  const order = found(store.data.orders, orderId, 'order')
  if (order.unsubscription) order.unsubscription.state = 'REFUNDED'
  order.state = 'completed'
  notify(store, 'buyer', {
    en: `The unsubscription ${orderId} was refunded.`,
    zh: `退订订单 ${orderId} 已退款。`,
  })
  await release(store, order.instance, orderId)
}

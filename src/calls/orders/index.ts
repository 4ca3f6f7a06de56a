import { isClaimed } from '../../db/claim/claims.ts'
import { success } from '../../domain/answer.ts'
import { claimOf } from '../call.ts'
import type { Handler } from '../handler.ts'
import { emptyOrder } from '../../db/order/orders.ts'
import { supervisionOf } from '../deliveries/supervision.ts'
import { orderToFetch } from '../order-to-fetch.ts'

/** An order notification: the order is fetched, once; nothing is provisioned. */
export const orders: Handler<'orders'> = async (call, services) => {
  const { orderId, orderLineId } = call.body
  const claim = claimOf(call, 'orderNotify', [orderId, orderLineId])
  if (await isClaimed(services.db, claim)) return { answer: success() }
  const fetchOrder = orderToFetch(call, null)
  const order = emptyOrder(fetchOrder, call.now)
  return {
    answer: success(),
    claim: { ...claim, instanceId: null },
    fetchOrder,
    ...supervisionOf(call, { order, acceptanceTime: null }, services),
    orderStory: { type: 'order.notified' },
  }
}

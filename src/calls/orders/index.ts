import { isClaimed } from '../../db/claim/claims.ts'
import { success } from '../../domain/answer.ts'
import { claimOf } from '../call.ts'
import type { Handler } from '../handler.ts'
import { orderToFetch } from '../order-to-fetch.ts'

/** An order notification: the order is fetched, once; nothing is provisioned. */
export const orders: Handler<'orders'> = async (call, { db }) => {
  const { orderId, orderLineId } = call.body
  const claim = claimOf(call, 'orderNotify', [orderId, orderLineId])
  if (await isClaimed(db, claim)) return { answer: success() }
  return {
    answer: success(),
    claim: { ...claim, instanceId: null },
    fetchOrder: orderToFetch(call, null),
    orderStory: { type: 'order.notified' },
  }
}

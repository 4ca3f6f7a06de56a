import type { SellerSchemas } from '../../contract/index.ts'
import { isClaimed } from '../../db/claim/claims.ts'
import { success } from '../../domain/answer.ts'
import { type Handler, claimOf } from '../call.ts'

/** An order notification: the order is fetched, once; nothing is provisioned. */
export const orders: Handler<SellerSchemas['OrdersRequest']> = async (call, { db }) => {
  const { orderId, orderLineId } = call.body
  const claim = claimOf(call, 'orderNotify', [orderId, orderLineId])
  if (await isClaimed(db, claim)) return { answer: success() }
  return {
    answer: success(),
    claim: { ...claim, instanceId: null },
    fetchOrder: {
      address: call.address.name,
      test: call.test,
      orderId,
      orderLineId,
      instanceId: null,
      callNamedProduct: false,
    },
  }
}

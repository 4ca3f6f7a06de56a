import type { SellerSchemas } from '../../contract/index.ts'
import { isClaimed } from '../../db/claim/claims.ts'
import { success } from '../../domain/answer.ts'
import { type Decide, claimOf } from '../call.ts'

/** An order notification: the order is fetched, once; nothing is provisioned. */
export const orders: Decide<SellerSchemas['OrdersRequest']> = async (ask, { db }) => {
  const { orderId, orderLineId } = ask.body
  const claim = claimOf(ask, 'orderNotify', [orderId, orderLineId])
  if (await isClaimed(db, claim)) return { answer: success() }
  return {
    answer: success(),
    claim: { ...claim, instanceId: null },
    fetchOrder: {
      address: ask.address.name,
      orderId,
      orderLineId,
      instanceId: null,
      callNamedProduct: false,
    },
  }
}

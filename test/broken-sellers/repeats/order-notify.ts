import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { seenBefore } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Refuses the notification of an order that it has heard of. */
export const twin: Twin = {
  orderNotify(call, seller) {
    if (seenBefore(seller, seller.does.claimOf(call)))
      throw new Refusal('000005', 'the order was carried out before')
    return right.orderNotify(call, seller)
  },
}

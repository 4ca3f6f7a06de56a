import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { seenBefore } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Reserves a change when it is asked about it, and refuses the second. */
export const twin: Twin = {
  changeInstanceCheck(call, seller) {
    if (seenBefore(seller, seller.does.claimOf(call)))
      throw new Refusal('000005', 'the order was carried out before')
    return right.changeInstanceCheck(call, seller)
  },
}

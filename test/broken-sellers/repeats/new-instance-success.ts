import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Refuses a purchase that it has carried out as bought already. */
export const twin: Twin = {
  newInstance(call, seller) {
    const { does } = seller
    if (does.world(call, seller).claims.has(does.claimOf(call)))
      throw new Refusal('000103', 'bought already')
    return right.newInstance(call, seller)
  },
}

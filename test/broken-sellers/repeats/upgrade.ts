import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { seenBefore } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Refuses an upgrade that it has carried out. */
export const twin: Twin = {
  upgradeInstance(call, seller) {
    if (seenBefore(seller, seller.does.claimOf(call)))
      throw new Refusal('000005', 'the order was carried out before')
    return right.upgradeInstance(call, seller)
  },
}

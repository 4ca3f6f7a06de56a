import { Refusal } from '../right-seller/refusal.ts'
import { seenBefore } from '../right-seller/twin-memory.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Takes the quota of the order for each application, also for one that it has heard of. */
export const twin: Twin = {
  getLicenseAsync(call, seller) {
    if (seenBefore(seller, seller.does.claimOf(call)))
      throw new Refusal('000900', 'the quota of the order is used up')
    return right.getLicenseAsync(call, seller)
  },
}

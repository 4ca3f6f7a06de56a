import { idOf } from '../right-seller/activities.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Has nothing left to release the second time, and says so. */
export const twin: Twin = {
  releaseInstance(call, seller) {
    const known = seller.does.world(call, seller).instances.get(idOf(call))
    if (known?.status === 'released') throw new Refusal('000003', 'the instance is unknown')
    return right.releaseInstance(call, seller)
  },
}

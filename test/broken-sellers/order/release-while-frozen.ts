import { idOf } from '../right-seller/activities.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Releases only what is in use. */
export const twin: Twin = {
  releaseInstance(call, seller) {
    const known = seller.does.world(call, seller).instances.get(idOf(call))
    if (known?.status === 'frozen') throw new Refusal('000005', 'the instance is frozen')
    return right.releaseInstance(call, seller)
  },
}

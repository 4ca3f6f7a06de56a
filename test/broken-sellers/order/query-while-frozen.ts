import { idOf } from '../right-seller/activities.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Hides an instance while it is frozen. */
export const twin: Twin = {
  queryInstance(call, seller) {
    const known = seller.does.world(call, seller).instances.get(idOf(call))
    if (known?.status === 'frozen') throw new Refusal('000003', 'the instance is frozen')
    return right.queryInstance(call, seller)
  },
}

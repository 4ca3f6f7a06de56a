import { idOf } from '../right-seller/activities.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Refuses to expire what has expired. */
export const twin: Twin = {
  updateStatus(call, seller) {
    const { status } = seller.does.findInstance(call, idOf(call), seller)
    if (call.activity.startsWith('expire') && status === 'frozen')
      throw new Refusal('000005', 'expired already')
    return right.updateStatus(call, seller)
  },
}

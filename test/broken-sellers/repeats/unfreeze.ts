import { idOf } from '../right-seller/activities.ts'
import type { Call, Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Refuses to unfreeze what is not frozen. */
export const twin: Twin = {
  updateStatus(call, seller) {
    const { status } = seller.does.findInstance(call, idOf(call), seller)
    if (isUnfreeze(call) && status === 'active') throw new Refusal('000005', 'not frozen')
    return right.updateStatus(call, seller)
  },
}

function isUnfreeze({ members }: Call): boolean {
  return members['status'] === 'UNFREEZE' || members['instanceStatus'] === 'NORMAL'
}

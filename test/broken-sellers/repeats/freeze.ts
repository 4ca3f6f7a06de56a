import { idOf } from '../right-seller/activities.ts'
import type { Call, Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Refuses to freeze what is frozen. */
export const twin: Twin = {
  updateStatus(call, seller) {
    const { status } = seller.does.findInstance(call, idOf(call), seller)
    if (isFreeze(call) && status === 'frozen') throw new Refusal('000005', 'frozen already')
    return right.updateStatus(call, seller)
  },
}

function isFreeze({ members }: Call): boolean {
  return [members['status'], members['instanceStatus']].includes('FREEZE')
}

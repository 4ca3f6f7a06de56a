import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Mixes up the words: unfreezes by NORMAL in V2 and by UNFREEZE in V1. */
export const twin: Twin = {
  updateStatus(call, seller) {
    const { status, instanceStatus } = call.members
    if (status === 'UNFREEZE' || instanceStatus === 'NORMAL') throw invalid('the status is unknown')
    return right.updateStatus(call, seller)
  },
}

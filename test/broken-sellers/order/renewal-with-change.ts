import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Knows the three scenes of 2023 only. */
export const twin: Twin = {
  refreshInstance(call, seller) {
    if (call.members['scene'] === 'RENEWAL_CHANGE') throw invalid('the scene is unknown')
    return right.refreshInstance(call, seller)
  },
}

import { textOf } from '../right-seller/parse.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Knows renewals, and no trial that turns into a subscription. */
export const twin: Twin = {
  refreshInstance(call, seller) {
    const { scene, trialToFormal } = call.members
    if (scene === 'TRIAL_TO_FORMAL' || textOf(trialToFormal) === '1')
      throw invalid('the scene is unknown')
    return right.refreshInstance(call, seller)
  },
}

import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Takes no parameter that it does not know, the time of acceptance among them. */
export const twin: Twin = {
  newInstance(call, seller) {
    if (call.members['acceptanceTime'] !== undefined) throw invalid('acceptanceTime is unknown')
    return right.newInstance(call, seller)
  },
}

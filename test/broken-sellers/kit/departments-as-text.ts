import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Takes the list as an array only. */
export const twin: Twin = {
  allOrgSync(call, seller) {
    if (typeof call.members['orgInfoList'] === 'string') throw invalid('orgInfoList is not a list')
    return right.allOrgSync(call, seller)
  },
}

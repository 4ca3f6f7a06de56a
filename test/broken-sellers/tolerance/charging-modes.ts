import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Asks for a period in every purchase, which one of a service that is sold once has not got. */
export const twin: Twin = {
  checkMembers(call) {
    right.checkMembers(call)
    const { chargingMode, periodType } = call.members
    if (chargingMode === '3' && !periodType) throw invalid('periodType is missing')
  },
}

import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Names accounts by the phone number. */
export const twin: Twin = {
  checkMembers(call) {
    right.checkMembers(call)
    const isPurchase = call.generation === 'saasV1' && call.activity === 'newInstance'
    if (isPurchase && !call.members['mobilePhone']) throw invalid('mobilePhone is missing')
  },
}

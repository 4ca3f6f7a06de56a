import { Refusal } from '../right-seller/refusal.ts'
import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Has answers for test calls, and has not written yet what a real renewal does. */
export const twin: Twin = {
  refreshInstance(call, seller) {
    if (!call.isTest) throw new Refusal('000005', 'not written yet')
    return right.refreshInstance(call, seller)
  },
}

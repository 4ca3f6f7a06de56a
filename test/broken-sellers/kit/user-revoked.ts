import { flagOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Knows the three flags of V1 only. */
export const twin: Twin = {
  authSync(call, seller) {
    if (flagOf(call) === 3) throw invalid('the flag is unknown')
    return right.authSync(call, seller)
  },
}

import { flagOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Knows what is added and what is deleted, and no other flag. */
export const twin: Twin = {
  applicationSync(call, seller) {
    if (flagOf(call) === 2) throw invalid('the flag is unknown')
    return right.applicationSync(call, seller)
  },
}

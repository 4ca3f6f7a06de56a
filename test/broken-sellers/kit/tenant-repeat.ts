import { flagOf, isThere } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Inserts what a call with flag 1 tells, and fails where it is there. */
export const twin: Twin = {
  tenantSync(call, seller) {
    if (flagOf(call) === 1 && isThere(call, 'tenant', [], seller))
      throw new Refusal('000005', 'it is there already')
    return right.tenantSync(call, seller)
  },
}

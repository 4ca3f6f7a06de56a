import { recordOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { textOf } from '../right-seller/parse.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Refuses what is older than what it knows. */
export const twin: Twin = {
  tenantSync(call, seller) {
    const known = recordOf(call, 'tenant', [], seller)
    if (known !== undefined && textOf(call.members['timeStamp']) < known.timeStamp)
      throw invalid('timeStamp is older than what is known')
    return right.tenantSync(call, seller)
  },
}

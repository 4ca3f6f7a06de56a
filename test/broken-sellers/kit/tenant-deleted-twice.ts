import { flagOf, recordOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Has nothing left to delete the second time, and says so. */
export const twin: Twin = {
  tenantSync(call, seller) {
    const known = recordOf(call, 'tenant', [], seller)
    if (flagOf(call) === 0 && known?.isDeleted) throw new Refusal('000003', 'it is not there')
    return right.tenantSync(call, seller)
  },
}

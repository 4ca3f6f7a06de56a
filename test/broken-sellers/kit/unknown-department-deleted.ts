import { flagOf, recordOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Deletes only departments that it knows. */
export const twin: Twin = {
  singleOrgSync(call, seller) {
    const known = recordOf(call, 'department', [call.members['orgCode']], seller)
    if (flagOf(call) === 0 && known === undefined)
      throw new Refusal('000005', 'the department is unknown')
    return right.singleOrgSync(call, seller)
  },
}

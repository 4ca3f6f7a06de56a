import { departmentsOf, isThere } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Inserts the departments of a list, and fails where one is there. */
export const twin: Twin = {
  allOrgSync(call, seller) {
    const isKnown = departmentsOf(call).some(({ orgCode }) =>
      isThere(call, 'department', [orgCode], seller),
    )
    if (isKnown) throw new Refusal('000005', 'the department is there already')
    return right.allOrgSync(call, seller)
  },
}

import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

const printed = 100

/** Holds all ids together against the length of the table. */
export const twin: Twin = {
  queryInstance(call, seller) {
    if (String(call.members['instanceId']).length > printed) throw invalid('instanceId is too long')
    return right.queryInstance(call, seller)
  },
}

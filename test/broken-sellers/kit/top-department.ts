import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Wants a parentCode of every department. */
export const twin: Twin = {
  singleOrgSync(call, seller) {
    if (call.members['parentCode'] === undefined) throw invalid('parentCode is missing')
    return right.singleOrgSync(call, seller)
  },
}

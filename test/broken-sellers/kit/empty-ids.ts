import type { Twin } from '../right-seller/parts.ts'
import { textOf } from '../right-seller/parse.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Wants an instance of every call. */
export const twin: Twin = {
  tenantSync(call, seller) {
    if (textOf(call.members['instanceId']) === '') throw invalid('instanceId is missing')
    return right.tenantSync(call, seller)
  },
}

import { idOf } from '../right-seller/activities.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Takes the printed length of 100 for the whole list of ids. */
export const twin: Twin = {
  queryInstance(call, seller) {
    if (idOf(call).length > 100) throw invalid('instanceId is too long')
    return right.queryInstance(call, seller)
  },
}

import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'
import { mustBeKnown } from '../right-seller/unknown-test-ids.ts'

/** Looks the id of a test renewal up as if a buyer had it. */
export const twin: Twin = {
  refreshInstance(call, seller) {
    mustBeKnown(call, seller)
    return right.refreshInstance(call, seller)
  },
}

import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'
import { mustBeKnown } from '../right-seller/unknown-test-ids.ts'

/** Looks the id of a test freeze up as if a buyer had it. */
export const twin: Twin = {
  updateStatus(call, seller) {
    mustBeKnown(call, seller)
    return right.updateStatus(call, seller)
  },
}

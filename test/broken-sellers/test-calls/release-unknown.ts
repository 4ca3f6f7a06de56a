import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'
import { mustBeKnown } from '../right-seller/unknown-test-ids.ts'

/** Looks the id of a test release up as if a buyer had it. */
export const twin: Twin = {
  releaseInstance(call, seller) {
    mustBeKnown(call, seller)
    return right.releaseInstance(call, seller)
  },
}

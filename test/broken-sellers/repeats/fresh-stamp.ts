import { unsigned } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { seenBefore } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Takes a query of the same bytes for a replay, whatever its nonce. */
export const twin: Twin = {
  queryInstance(call, seller) {
    if (call.rawBody.length > 0 && seenBefore(seller, call.rawBody.toString()))
      throw unsigned('the call was made before')
    return right.queryInstance(call, seller)
  },
}

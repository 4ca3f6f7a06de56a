import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Deletes all that it knows of an order when its instance is released. */
export const twin: Twin = {
  releaseInstance(call, seller) {
    if (!call.isTest) seller.does.world(call, seller).claims.clear()
    return right.releaseInstance(call, seller)
  },
}

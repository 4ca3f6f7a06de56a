import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Renews the product that it has sold, and no other one. */
export const twin: Twin = {
  refreshInstance(call, seller) {
    if (call.members['productId'] !== undefined) throw invalid('the product was not sold')
    return right.refreshInstance(call, seller)
  },
}

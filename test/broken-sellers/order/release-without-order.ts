import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Wants an order for every release. */
export const twin: Twin = {
  releaseInstance(call, seller) {
    if (call.members['orderId'] === undefined) throw invalid('orderId is missing')
    return right.releaseInstance(call, seller)
  },
}

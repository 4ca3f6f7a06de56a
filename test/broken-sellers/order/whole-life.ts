import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

const isOfOrders = (generation: string) => ['saasV2', 'licenseA'].includes(generation)

/** Has answers for test calls, and has not written yet what a real renewal does (V2 and A are done). */
export const twin: Twin = {
  refreshInstance(call, seller) {
    if (!call.isTest && !isOfOrders(call.generation)) throw new Refusal('000005', 'not written yet')
    return right.refreshInstance(call, seller)
  },
}

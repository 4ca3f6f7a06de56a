import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Asks for the orders of V2 and A with an access key that the store refuses, which no test call shows. */
export const twin: Twin = {
  readOrder(call, seller) {
    if (call.generation === 'saasV2' || call.generation === 'licenseA')
      throw new Error('the store refuses the access key')
    return right.readOrder(call, seller)
  },
}

import { isThere } from '../right-seller/kit-records.ts'
import type { Call, Seller, Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Takes users and departments only of an enterprise that it knows. */
export const twin: Twin = {
  authSync(call, seller) {
    refuseStranger(call, seller)
    return right.authSync(call, seller)
  },
  allOrgSync(call, seller) {
    refuseStranger(call, seller)
    return right.allOrgSync(call, seller)
  },
}

function refuseStranger(call: Call, seller: Seller): void {
  if (!isThere(call, 'tenant', [], seller)) throw new Refusal('000005', 'the enterprise is unknown')
}

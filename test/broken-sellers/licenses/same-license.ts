import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Makes another license for each call of an order. */
export const twin: Twin = {
  async newInstance(call, seller) {
    const answer = await right.newInstance(call, seller)
    return call.generation === 'licenseB'
      ? { ...answer, license: seller.does.makeLicense(call) }
      : answer
  },
}

import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

// As the sample of each has it.
const digits: Partial<Record<string, number>> = { saasV2: 17, licenseC: 14 }

/** Reads an expiry in the form of the sample only. */
export const twin: Twin = {
  refreshInstance(call, seller) {
    const wanted = digits[call.generation]
    const expireTime = String(call.members['expireTime'])
    if (wanted !== undefined && expireTime.length !== wanted)
      throw invalid('expireTime has another form')
    return right.refreshInstance(call, seller)
  },
}

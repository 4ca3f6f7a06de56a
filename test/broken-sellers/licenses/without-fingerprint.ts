import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Wants a fingerprint, and calls its absence an invalid parameter. */
export const twin: Twin = {
  getLicenseAsync(call, seller) {
    if (call.members['deviceFingerprint'] === undefined)
      throw invalid('deviceFingerprint is missing')
    return right.getLicenseAsync(call, seller)
  },
}

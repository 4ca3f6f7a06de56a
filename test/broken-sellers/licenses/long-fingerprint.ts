import { textOf } from '../right-seller/parse.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Has a column of 255 characters for the fingerprint. */
export const twin: Twin = {
  getLicenseAsync(call, seller) {
    if (textOf(call.members['deviceFingerprint']).length > 255)
      throw invalid('deviceFingerprint is too long')
    return right.getLicenseAsync(call, seller)
  },
}

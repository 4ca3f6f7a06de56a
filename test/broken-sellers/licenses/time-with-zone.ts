import { textOf } from '../right-seller/parse.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Reads times that are digits only. */
export const twin: Twin = {
  getLicenseAsync(call, seller) {
    if (!/^\d{14,17}$/.test(textOf(call.members['effectiveTime'])))
      throw invalid('effectiveTime is not a time')
    return right.getLicenseAsync(call, seller)
  },
}

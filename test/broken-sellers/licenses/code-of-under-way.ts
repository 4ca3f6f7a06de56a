import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Answers the code as the documents misprint it, with seven digits. */
export const twin: Twin = {
  getLicenseAsync: async (call, seller) => ({
    ...(await right.getLicenseAsync(call, seller)),
    resultCode: '0000004',
  }),
}

import type { Twin } from '../right-seller/parts.ts'

/** Gives the same license to everybody. */
export const twin: Twin = { makeLicense: () => 'LICENSE-0001' }

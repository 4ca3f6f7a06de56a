import type { Twin } from '../right-seller/parts.ts'

/** Says that its answers are in the charset of its own machine. */
export const twin: Twin = { contentType: () => 'application/json;charset=GBK' }

import type { Twin } from '../right-seller/parts.ts'

/** Forgets each nonce, as the sample project of the store does. */
export const twin: Twin = { takeNonce: () => true }

import type { Twin } from '../right-seller/parts.ts'

/** Takes a call of any time, so what was recorded once can be sent for ever. */
export const twin: Twin = { isFresh: () => true }

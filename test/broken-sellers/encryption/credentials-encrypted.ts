import type { Twin } from '../right-seller/parts.ts'

/** Shows account and password as they are. */
export const twin: Twin = { encryptField: (plain) => plain }

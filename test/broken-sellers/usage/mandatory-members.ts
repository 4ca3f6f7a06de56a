import type { Twin } from '../right-seller/parts.ts'

/** Shows usage without the time that it was counted at. */
export const twin: Twin = { usageInfo: () => [{ usageValue: 12.5 }] }

import type { Twin } from '../right-seller/parts.ts'

/** Writes the time of usage in the form of ISO 8601. */
export const twin: Twin = {
  usageInfo: () => [{ usageValue: 12.5, statisticalTime: new Date().toISOString() }],
}

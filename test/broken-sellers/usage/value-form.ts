import { storeTime } from '../right-seller/shown.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Shows usage with all the decimals that a division gives. */
export const twin: Twin = {
  usageInfo: () => [{ usageValue: 1 / 3, statisticalTime: storeTime() }],
}

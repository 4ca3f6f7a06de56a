import { storeTime } from '../right-seller/shown.ts'
import type { Twin } from '../right-seller/parts.ts'

const beijingOffsetMs = 8 * 3600_000

/** Writes the time of usage in Beijing time. */
export const twin: Twin = {
  usageInfo: () => [
    { usageValue: 12.5, statisticalTime: storeTime(new Date(Date.now() + beijingOffsetMs)) },
  ],
}

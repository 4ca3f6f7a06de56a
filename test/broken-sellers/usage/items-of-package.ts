import { storeTime } from '../right-seller/shown.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Shows two items of a package, and not which is which. */
export const twin: Twin = {
  usageInfo: () => [100, 50].map((usageValue) => ({ usageValue, statisticalTime: storeTime() })),
}

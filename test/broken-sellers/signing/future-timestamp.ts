import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Looks at times gone by only, as the sample project of the store does. */
export const twin: Twin = {
  isFresh: (timestamp, now) => right.isFresh(timestamp, now) || Number(timestamp) > now,
}

import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Takes every timestamp for milliseconds. */
export const twin: Twin = {
  isFresh: (timestamp, now) => timestamp.length === 13 && right.isFresh(timestamp, now),
}

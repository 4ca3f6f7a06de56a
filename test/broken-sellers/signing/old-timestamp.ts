import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Looks for times to come only, so what was recorded once can be sent for ever. */
export const twin: Twin = {
  isFresh: (timestamp, now) => right.isFresh(timestamp, now) || Number(timestamp) < now,
}

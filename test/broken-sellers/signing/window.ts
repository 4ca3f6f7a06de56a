import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

const tooEarlyMs = 30_000

/** Takes a call of the last 30 seconds only. */
export const twin: Twin = {
  isFresh: (timestamp, now) =>
    right.isFresh(timestamp, now) && right.isFresh(timestamp, now + tooEarlyMs),
}

import { verifyWithout } from '../right-seller/verify-without.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Checks the time of a call only where there is one. */
export const twin: Twin = verifyWithout('timestamp')

import { verifyWithout } from '../right-seller/verify-without.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Asks whether a nonce was used only where there is one. */
export const twin: Twin = verifyWithout('nonce')

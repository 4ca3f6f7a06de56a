import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Takes a nonce for 64 hex digits, which most samples show. */
export const twin: Twin = {
  takeNonce: (nonce, seller) => /^[\dA-F]{64}$/.test(nonce) && right.takeNonce(nonce, seller),
}

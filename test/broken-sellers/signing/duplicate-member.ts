import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Verifies the first of two parameters of a name, and works with the last. */
export const twin: Twin = {
  readCall(verified, seller) {
    const call = right.readCall(verified, seller)
    if (verified.generation !== 'saasV1') return call
    return { ...call, members: Object.fromEntries(new URLSearchParams(verified.query)) }
  },
}

import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Merges the query into the fields of the body, as request binders do. */
export const twin: Twin = {
  readCall(verified, seller) {
    const call = right.readCall(verified, seller)
    if (verified.rawBody.length === 0) return call
    const query = Object.fromEntries(new URLSearchParams(verified.query))
    return { ...call, members: { ...call.members, ...query } }
  },
}

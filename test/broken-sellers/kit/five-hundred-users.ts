import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

const mostBytes = 100 * 1024

/** Reads bodies of up to 100 kB, which is where its framework stops. */
export const twin: Twin = {
  authSync(call, seller) {
    if (call.rawBody.length > mostBytes) throw invalid('the body is too long')
    return right.authSync(call, seller)
  },
}

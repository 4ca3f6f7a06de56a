import type { Twin } from '../right-seller/parts.ts'
import { unsigned } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Compares the token as the form decoder left it: with blanks for its plus signs. */
export const twin: Twin = {
  verify(received, seller) {
    const isDecoded = new URLSearchParams(received.query).get('authToken')?.includes(' ')
    if (isDecoded) throw unsigned('authToken does not hold')
    return right.verify(received, seller)
  },
}

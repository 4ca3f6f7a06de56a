import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Encrypts with 256 bits and says 128. */
export const twin: Twin = {
  async newInstance(call, seller) {
    const answer = await right.newInstance(call, seller)
    return answer['encryptType'] === undefined ? answer : { ...answer, encryptType: '2' }
  },
}

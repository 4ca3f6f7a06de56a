import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Keeps names in a column of three bytes a character. */
export const twin: Twin = {
  checkMembers(call) {
    right.checkMembers(call)
    const names = [call.members['customerName'], call.members['name']]
    if (names.some((name) => /[\u{10000}-\u{10ffff}]/u.test(String(name))))
      throw new Error('Incorrect string value')
  },
}

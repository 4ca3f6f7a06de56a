import { flagOf, usersOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { textOf } from '../right-seller/parse.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Wants a mobile number of every user. */
export const twin: Twin = {
  authSync(call, seller) {
    if (flagOf(call) === 1 && usersOf(call).some(({ mobile }) => textOf(mobile) === ''))
      throw invalid('mobile is missing')
    return right.authSync(call, seller)
  },
}

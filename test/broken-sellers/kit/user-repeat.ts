import { flagOf, isThere, usersOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Inserts the users of a grant, and fails where one is there. */
export const twin: Twin = {
  authSync(call, seller) {
    const { appId } = call.members
    const isKnown = usersOf(call).some(({ userName }) =>
      isThere(call, 'user', [appId, userName], seller),
    )
    if (flagOf(call) === 1 && isKnown) throw new Refusal('000005', 'the user is there already')
    return right.authSync(call, seller)
  },
}

import { flagOf, recordOf, usersOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Deletes only users that it knows. */
export const twin: Twin = {
  authSync(call, seller) {
    const { appId } = call.members
    const isUnknown = usersOf(call).some(
      ({ userName }) => recordOf(call, 'user', [appId, userName], seller) === undefined,
    )
    if (flagOf(call) === 0 && isUnknown) throw new Refusal('000005', 'the user is unknown')
    return right.authSync(call, seller)
  },
}

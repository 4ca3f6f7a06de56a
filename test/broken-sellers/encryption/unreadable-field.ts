import { Crash, crashes } from '../right-seller/for-twins.ts'
import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Catches no failure of its cipher. */
export const twin: Twin = {
  ...crashes,
  provision(call, order, seller) {
    const { mobilePhone } = call.members
    const isUnreadable =
      typeof mobilePhone === 'string' && right.decryptField(mobilePhone, call.key) === undefined
    if (isUnreadable) throw new Crash('bad decrypt')
    return right.provision(call, order, seller)
  },
}

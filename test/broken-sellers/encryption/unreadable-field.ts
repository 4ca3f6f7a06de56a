import { Crash, crashes } from '../right-seller/for-twins.ts'
import type { Call, Seller, Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

function isUnreadable({ generation, members }: Call, seller: Seller): boolean {
  const { mobilePhone } = members
  if (typeof mobilePhone !== 'string') return false
  const keys = seller.does.acceptedKeys(generation, seller)
  return keys.every((key) => right.decryptField(mobilePhone, key) === undefined)
}

/** Catches no failure of its cipher. */
export const twin: Twin = {
  ...crashes,
  provision(call, seller, order) {
    if (isUnreadable(call, seller)) throw new Crash('bad decrypt')
    return right.provision(call, seller, order)
  },
}

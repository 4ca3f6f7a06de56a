import type { Twin } from '../right-seller/parts.ts'
import { isObject } from '../right-seller/parse.ts'
import { right } from '../right-seller/right.ts'

/** Trims what may be null. */
export const twin: Twin = {
  authSync(call, seller) {
    const users: unknown = call.members['userList']
    const isNull = (user: unknown) => isObject(user) && user['mobile'] === null
    if (Array.isArray(users) && users.some(isNull)) throw new TypeError('mobile is null')
    return right.authSync(call, seller)
  },
}

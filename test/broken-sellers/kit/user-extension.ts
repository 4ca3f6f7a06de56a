import { usersOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { isObject } from '../right-seller/parse.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Takes an employeeType that is a number, and no text. */
export const twin: Twin = {
  authSync(call, seller) {
    const isText = usersOf(call).some(
      ({ extension }) => isObject(extension) && typeof extension['employeeType'] === 'string',
    )
    if (isText) throw invalid('employeeType is not a number')
    return right.authSync(call, seller)
  },
}

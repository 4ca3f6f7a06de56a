import { textOf } from '../right-seller/parse.ts'
import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

const ids = ['orderId', 'license', 'tenantId']
const column = 60

/** Has columns that are a little too short. */
export const twin: Twin = {
  checkMembers(call) {
    const tooLong = ids.find((name) => textOf(call.members[name]).length > column)
    if (tooLong !== undefined) throw invalid(`${tooLong} is too long`)
    right.checkMembers(call)
  },
}

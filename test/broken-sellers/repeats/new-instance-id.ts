import { textOf } from '../right-seller/parse.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Takes the businessId for what makes a purchase, as the store's own sample project does. */
export const twin: Twin = {
  claimOf: (call) =>
    call.activity === 'newInstance'
      ? right.claimOf(call) + textOf(call.members['businessId'])
      : right.claimOf(call),
}

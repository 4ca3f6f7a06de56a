import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Knows an order by its orderId alone. */
export const twin: Twin = {
  claimOf: (call) => right.claimOf({ ...call, members: { ...call.members, orderLineId: null } }),
}

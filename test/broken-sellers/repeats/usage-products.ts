import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Knows a pay-per-use order by its orderId alone. */
export const twin: Twin = {
  claimOf: (call) => right.claimOf({ ...call, members: { ...call.members, chargingMode: '1' } }),
}

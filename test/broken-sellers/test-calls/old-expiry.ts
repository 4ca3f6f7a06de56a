import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { storeTime } from '../right-seller/shown.ts'

/** Asks of every renewal that it ends later than today. */
export const twin: Twin = {
  refreshInstance(call, seller) {
    if (String(call.members['expireTime']) < storeTime()) throw invalid('expireTime has passed')
    return right.refreshInstance(call, seller)
  },
}

import { idOf } from '../right-seller/activities.ts'
import { textOf } from '../right-seller/parse.ts'
import { invalid } from '../right-seller/refusal.ts'
import { storeTime } from '../right-seller/shown.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Refuses a renewal that would shorten what the buyer has. */
export const twin: Twin = {
  refreshInstance(call, seller) {
    const { expireTime = '' } = seller.does.findInstance(call, idOf(call), seller)
    const { scene, orderAmount } = call.members
    const isTakenBack = scene === 'UNSUBSCRIBE_RENEWAL_PERIOD' || Number(orderAmount) < 0
    const next = textOf(call.members['expireTime'])
    // What has passed already is a saved case of the dial test.
    if (!isTakenBack && next > storeTime() && next < expireTime)
      throw invalid('expireTime is earlier than the present one')
    return right.refreshInstance(call, seller)
  },
}

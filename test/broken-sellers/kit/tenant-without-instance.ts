import { flagOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { textOf } from '../right-seller/parse.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Looks for the instance before it deletes an enterprise. */
export const twin: Twin = {
  tenantSync(call, seller) {
    const instanceId = textOf(call.members['instanceId'])
    const isSold = seller.does.world(call, seller).instances.has(instanceId)
    if (flagOf(call) === 0 && instanceId !== '' && !isSold)
      throw new Refusal('000003', 'the instance is unknown')
    return right.tenantSync(call, seller)
  },
}

import { idOf } from '../right-seller/activities.ts'
import { textOf } from '../right-seller/parse.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { notesOf } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Looks for the instance of a renewal by the orderId, which is the renewal's own. */
export const twin: Twin = {
  async newInstance(call, seller) {
    const answer = await right.newInstance(call, seller)
    const { instanceId } = answer
    notesOf(seller.memory).set(textOf(instanceId), textOf(call.members['orderId']))
    return answer
  },
  refreshInstance(call, seller) {
    const sold = notesOf(seller.memory).get(idOf(call))
    if (sold !== undefined && sold !== call.members['orderId'])
      throw new Refusal('000003', 'nothing was sold by this order')
    return right.refreshInstance(call, seller)
  },
}

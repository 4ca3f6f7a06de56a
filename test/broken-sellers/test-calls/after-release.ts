import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Takes a released test instance for the end of its order. */
export const twin: Twin = {
  async newInstance(call, seller) {
    const answer = await right.newInstance(call, seller)
    const id = String(answer['instanceId'])
    const isReleased = seller.memory.test.instances.get(id)?.status === 'released'
    if (call.isTest && isReleased) throw new Refusal('000103', 'the order has ended')
    return answer
  },
}

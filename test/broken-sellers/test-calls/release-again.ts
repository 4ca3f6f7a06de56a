import { idOf } from '../right-seller/activities.ts'
import type { Memory } from '../right-seller/memory.ts'
import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

const bought = new WeakMap<Memory, Set<string>>()

/** Makes a note of each release, and looks it up at the next one of an id that it has not sold. */
export const twin: Twin = {
  async provision(call, seller, order) {
    const instance = await right.provision(call, seller, order)
    bought.set(seller.memory, (bought.get(seller.memory) ?? new Set()).add(instance.id))
    return instance
  },
  releaseInstance(call, seller) {
    const id = idOf(call)
    const isKnown = bought.get(seller.memory)?.has(id) ?? false
    const isReleased = seller.memory.test.instances.get(id)?.status === 'released'
    if (call.isTest && call.generation !== 'licenseC' && isReleased && !isKnown)
      throw new Refusal('000003', 'the instance is gone')
    return right.releaseInstance(call, seller)
  },
}

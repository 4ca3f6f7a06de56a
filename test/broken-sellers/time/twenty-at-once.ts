import { setTimeout as pause } from 'node:timers/promises'
import type { Memory } from '../right-seller/memory.ts'
import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

const underWay = new WeakMap<Memory, number>()
const connections = 15

/** Has fewer connections to its database than there may be queries at once. */
export const twin: Twin = {
  async queryInstance(call, seller) {
    const count = underWay.get(seller.memory) ?? 0
    if (count >= connections) throw new Refusal('000005', 'no connection is free')
    underWay.set(seller.memory, count + 1)
    await pause(50)
    underWay.set(seller.memory, (underWay.get(seller.memory) ?? 1) - 1)
    return right.queryInstance(call, seller)
  },
}

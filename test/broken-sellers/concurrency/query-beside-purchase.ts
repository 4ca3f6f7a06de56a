import { idOf } from '../right-seller/activities.ts'
import { textOf } from '../right-seller/parse.ts'
import { right } from '../right-seller/right.ts'
import { meanwhile, notesOf } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Keeps the instance of the call in a variable that all calls share. */
export const twin: Twin = {
  provision(call, seller, order) {
    notesOf(seller.memory).set('instance', textOf(call.members['businessId']))
    return right.provision(call, seller, order)
  },
  async queryInstance(call, seller) {
    const shared = notesOf(seller.memory)
    shared.set('instance', idOf(call))
    await meanwhile()
    const instanceId = shared.get('instance')
    return right.queryInstance({ ...call, members: { ...call.members, instanceId } }, seller)
  },
}

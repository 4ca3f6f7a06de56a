import { textOf } from '../right-seller/parse.ts'
import { right } from '../right-seller/right.ts'
import { meanwhile, notesOf } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Keeps the id of the call in a variable that all calls share. */
export const twin: Twin = {
  async provision(call, seller, order) {
    const shared = notesOf(seller.memory)
    shared.set('businessId', textOf(call.members['businessId']))
    await meanwhile()
    const businessId = shared.get('businessId')
    return right.provision({ ...call, members: { ...call.members, businessId } }, seller, order)
  },
}

import { idOf } from '../right-seller/activities.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { notesOf } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Opens a new instance for an upgrade, and closes the one that the store knows. */
export const twin: Twin = {
  upgradeInstance(call, seller) {
    notesOf(seller.does.findInstance(call, idOf(call), seller)).set('replaced', '')
    return right.upgradeInstance(call, seller)
  },
  queryInstance(call, seller) {
    const known = seller.does.world(call, seller).instances.get(idOf(call))
    if (known !== undefined && notesOf(known).has('replaced'))
      throw new Refusal('000003', 'the instance was replaced')
    return right.queryInstance(call, seller)
  },
}

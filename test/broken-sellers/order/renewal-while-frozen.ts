import { idOf } from '../right-seller/activities.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { notesOf } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Renews only what is in use. */
export const twin: Twin = {
  updateStatus(call, seller) {
    const instance = seller.does.findInstance(call, idOf(call), seller)
    if (!call.activity.startsWith('expire')) notesOf(instance).set('ended', '')
    return right.updateStatus(call, seller)
  },
  refreshInstance(call, seller) {
    const instance = seller.does.findInstance(call, idOf(call), seller)
    if (instance.status === 'frozen' && notesOf(instance).has('ended'))
      throw new Refusal('000005', 'the instance is not in use')
    return right.refreshInstance(call, seller)
  },
}

import { idOf } from '../right-seller/activities.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Sets the status of whatever id is named, and brings back what it has released. */
export const twin: Twin = {
  updateStatus(call, seller) {
    const known = seller.does.world(call, seller).instances.get(idOf(call))
    if (known?.status === 'released') known.status = 'active'
    return right.updateStatus(call, seller)
  },
}

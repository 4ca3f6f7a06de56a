import { idOf } from '../right-seller/activities.ts'
import { succeed } from '../right-seller/http.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Upgrades whatever id is named, also of what it has released. */
export const twin: Twin = {
  upgradeInstance(call, seller) {
    const known = seller.does.world(call, seller).instances.get(idOf(call))
    if (known?.status === 'released') return succeed()
    return right.upgradeInstance(call, seller)
  },
}

import { idOf } from '../right-seller/activities.ts'
import { succeed } from '../right-seller/http.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Renews whatever id is named, also one that it has never made. */
export const twin: Twin = {
  refreshInstance(call, seller) {
    const { instances } = seller.does.world(call, seller)
    if (!instances.has(idOf(call))) return succeed()
    return right.refreshInstance(call, seller)
  },
}

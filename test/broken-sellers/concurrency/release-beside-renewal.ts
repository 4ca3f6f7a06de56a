import { idOf } from '../right-seller/activities.ts'
import { succeed } from '../right-seller/http.ts'
import { meanwhile } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Writes the whole instance back as it was read, whatever has become of it. */
export const twin: Twin = {
  async refreshInstance(call, seller) {
    const { does } = seller
    const read = { ...does.findInstance(call, idOf(call), seller) }
    await meanwhile()
    does.world(call, seller).instances.set(read.id, read)
    return succeed()
  },
}

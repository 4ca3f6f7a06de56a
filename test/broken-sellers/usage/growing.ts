import { storeTime } from '../right-seller/shown.ts'
import { notesOf } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Shows what was used since the last query. */
export const twin: Twin = {
  usageInfo(instance) {
    const told = notesOf(instance)
    const usageValue = told.has('usage') ? 0 : 12.5
    told.set('usage', '')
    return [{ usageValue, statisticalTime: storeTime() }]
  },
}

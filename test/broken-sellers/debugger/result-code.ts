import { isAside } from '../right-seller/for-twins.ts'
import type { Twin } from '../right-seller/parts.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Has one interface that was never finished. */
export const twin: Twin = {
  perform(call, seller) {
    if (isAside(call)) throw new Refusal('000005', 'to be done')
    return right.perform(call, seller)
  },
}

import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { unlessBusy } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Sells to one buyer at a time. */
export const twin: Twin = {
  newInstance: (call, seller) =>
    unlessBusy(seller, 'purchase', {
      clashes: (other) => other === 'purchase',
      refuse: () => {
        throw new Refusal('000005', 'busy')
      },
      work: () => right.newInstance(call, seller),
    }),
}

import { right } from '../right-seller/right.ts'
import { unlessBusy } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Lets the unique index of its table answer for a repeat that comes at once. */
export const twin: Twin = {
  getLicenseAsync: (call, seller) =>
    unlessBusy(seller, seller.does.claimOf(call), {
      clashes: (other) => other === seller.does.claimOf(call),
      refuse: () => {
        throw new Error('duplicate key')
      },
      work: () => right.getLicenseAsync(call, seller),
    }),
}

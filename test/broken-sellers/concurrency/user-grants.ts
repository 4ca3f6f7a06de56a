import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { unlessBusy } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Locks the table of users, and gives up where it is locked. */
export const twin: Twin = {
  authSync: (call, seller) =>
    unlessBusy(seller, 'users', {
      clashes: (other) => other === 'users',
      refuse: () => {
        throw new Refusal('000005', 'locked')
      },
      work: () => right.authSync(call, seller),
    }),
}

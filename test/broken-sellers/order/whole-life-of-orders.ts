import type { Twin } from '../right-seller/parts.ts'

/** Has set up the order query with an access key that the store refuses, which no test call shows. */
export const twin: Twin = {
  readOrder() {
    throw new Error('the store refuses the access key')
  },
}

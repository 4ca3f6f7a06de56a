import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Reads a key that is not set as an empty one. */
export const twin: Twin = {
  acceptedKeys: (generation, seller) => [...right.acceptedKeys(generation, seller), ''],
}

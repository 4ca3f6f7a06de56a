import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Knows one key for each interface, the present one. */
export const twin: Twin = {
  acceptedKeys: (generation, seller) => right.acceptedKeys(generation, seller).slice(0, 1),
}

import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Has left the key of the documents' sample in its code. */
export const twin: Twin = {
  acceptedKeys: (generation, seller) => [...right.acceptedKeys(generation, seller), 'xxxxxxx'],
}

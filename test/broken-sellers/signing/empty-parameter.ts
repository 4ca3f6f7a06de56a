import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Leaves empty parameters out of what is signed, as the sample for POST does. */
export const twin: Twin = {
  v1QueryText: (query) =>
    right.v1QueryText(
      Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')),
    ),
}

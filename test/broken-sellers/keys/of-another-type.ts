import type { Twin } from '../right-seller/parts.ts'

/** Takes any of its keys for any interface. */
export const twin: Twin = {
  acceptedKeys: (_generation, { keys }) => Object.values(keys).flat(),
}

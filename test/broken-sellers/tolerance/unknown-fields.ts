import { documentedFields } from '../right-seller/for-twins.ts'
import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Fails on unknown properties, as JSON binders do by default. */
export const twin: Twin = {
  checkMembers(call) {
    const unknown = Object.keys(call.members).find((name) => !documentedFields.has(name))
    if (unknown !== undefined) throw invalid('there is a field that is unknown')
    right.checkMembers(call)
  },
}

import { activities } from '../right-seller/call.ts'
import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Repeats in its message whatever it did not understand. */
export const twin: Twin = {
  checkMembers(call) {
    if (!Object.hasOwn(activities[call.generation], call.activity))
      throw invalid(`there is no activity ${call.activity}`)
    right.checkMembers(call)
  },
}

import { activities } from '../right-seller/call.ts'
import { succeed } from '../right-seller/http.ts'
import type { Call, Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

const isKnown = ({ generation, activity }: Call) => Object.hasOwn(activities[generation], activity)

/** Answers success in the default branch of its switch. */
export const twin: Twin = {
  checkMembers: (call) => (isKnown(call) ? right.checkMembers(call) : undefined),
  perform: (call, seller) => (isKnown(call) ? right.perform(call, seller) : succeed()),
}

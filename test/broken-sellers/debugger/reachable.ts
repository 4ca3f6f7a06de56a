import { Crash, crashes, isAside } from '../right-seller/for-twins.ts'
import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Throws in one interface what nobody catches: the connection is closed without an answer. */
export const twin: Twin = {
  ...crashes,
  perform(call, seller) {
    if (isAside(call)) throw new Crash(call.activity)
    return right.perform(call, seller)
  },
}

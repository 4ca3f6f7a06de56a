import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Refuses with a code and no message. */
export const twin: Twin = {
  serialise: (answer) =>
    answer.resultCode === '000001' ? '{"resultCode":"000001"}' : right.serialise(answer),
}

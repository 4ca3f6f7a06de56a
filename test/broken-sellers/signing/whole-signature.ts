import type { Twin } from '../right-seller/parts.ts'
import { isV1, lenient, signatureIn, tokenOf } from '../right-seller/for-twins.ts'

const compared = 16
const isAlike = (expected: string, received: string) =>
  received.length === expected.length && expected.startsWith(received.slice(0, compared))

/** Compares how signatures begin. */
export const twin: Twin = {
  isSameHex: (expected, received) => isAlike(expected, received.toLowerCase()),
  ...lenient(
    (received, seller) =>
      isV1(received) && isAlike(tokenOf(received, seller), signatureIn(received) ?? ''),
  ),
}

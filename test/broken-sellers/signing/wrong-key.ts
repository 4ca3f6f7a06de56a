import type { Twin } from '../right-seller/parts.ts'
import { isV1, lenient, signatureIn } from '../right-seller/for-twins.ts'

const hasForm = (signature: string) => /^([\da-f]{64}|[\w+/]{43}=)$/i.test(signature)

/** Looks at the form of a signature and never computes it. */
export const twin: Twin = {
  isSameHex: (_expected, received) => hasForm(received),
  ...lenient((received) => isV1(received) && hasForm(signatureIn(received) ?? '')),
}

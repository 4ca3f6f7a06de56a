import type { Twin } from '../right-seller/parts.ts'
import { lenient, signatureIn } from '../right-seller/for-twins.ts'

/** Compares signatures only where there is one. */
export const twin: Twin = lenient((received) => signatureIn(received) === undefined)

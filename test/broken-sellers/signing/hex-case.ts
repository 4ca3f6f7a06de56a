import type { Twin } from '../right-seller/parts.ts'

/** Compares hex as it is printed in the documents: upper case. */
export const twin: Twin = { isSameHex: (expected, received) => expected.toUpperCase() === received }

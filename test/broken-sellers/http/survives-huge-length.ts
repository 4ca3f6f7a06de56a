import { mortal } from '../right-seller/mortal.ts'
import type { Twin } from '../right-seller/parts.ts'

const memory = 2 ** 31

/** Makes room for a body of any length before it reads it. */
export const twin: Twin = mortal(({ headers }) => Number(headers['content-length'] ?? 0) > memory)

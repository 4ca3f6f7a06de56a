import { mortal } from '../right-seller/mortal.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Ends at a method that it does not know. */
export const twin: Twin = mortal(({ method = '' }) => !['GET', 'POST'].includes(method))

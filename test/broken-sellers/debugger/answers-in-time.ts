import { slowAside } from '../right-seller/for-twins.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Does the work of one interface before it answers. */
export const twin: Twin = slowAside(400)
export const limits = { callMs: 75, debugMs: 150 }

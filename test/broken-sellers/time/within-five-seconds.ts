import { slowAside } from '../right-seller/for-twins.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Does the work of one interface before it answers. */
export const twin: Twin = slowAside(200)
export const limits = { callMs: 100, debugMs: 20_000 }

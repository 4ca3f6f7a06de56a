import type { Twin } from '../right-seller/parts.ts'

/** Has one table for test calls and real ones. */
export const twin: Twin = { world: (_call, { memory }) => memory.real }

import type { Twin } from '../right-seller/parts.ts'

/** Verifies the bytes of the body and no other form of it. */
export const twin: Twin = { payloads: (rawBody) => [rawBody] }

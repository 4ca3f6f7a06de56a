import type { Twin } from '../right-seller/parts.ts'

/** Answers 201 where something was made, as REST teaches. */
export const twin: Twin = { statusOf: ({ resultCode }) => (resultCode === '000000' ? 201 : 200) }

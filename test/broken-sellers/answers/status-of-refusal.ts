import type { Twin } from '../right-seller/parts.ts'

/** Refuses with HTTP 401, as public samples do: the store takes no answer but of HTTP 200. */
export const twin: Twin = { statusOf: ({ resultCode }) => (resultCode === '000001' ? 401 : 200) }

import type { Members, Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

function decodedAgain(query: Members): Members {
  const decoded = Object.entries(query).map(([name, value]) => {
    const text = String(value)
    return [name, /%[\da-f]{2}/i.test(text) ? decodeURIComponent(text) : text] as const
  })
  return Object.fromEntries(decoded)
}

/** Decodes what its framework has decoded already. */
export const twin: Twin = { v1QueryText: (query) => right.v1QueryText(decodedAgain(query)) }

import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Uploads a license once and looks at no answer: whether the store has taken it, nobody knows. */
export const twin: Twin = {
  async uploadLicense(call, license, seller) {
    await Promise.resolve(right.uploadLicense(call, license, seller)).catch(() => undefined)
  },
}

export const limits = { callMs: 2_000, debugMs: 300 }

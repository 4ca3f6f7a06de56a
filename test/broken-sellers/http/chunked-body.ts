import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Reads as many bytes as the length says: none where there is no length. */
export const twin: Twin = {
  async readBody(request, limit) {
    const body = await right.readBody(request, limit)
    return body.subarray(0, Number(request.headers['content-length'] ?? 0))
  },
}

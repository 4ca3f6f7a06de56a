import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

const buffer = 16 * 1024

/** Takes what the first read returns for the whole of a short body. */
export const twin: Twin = {
  readBody(request, limit) {
    const length = Number(request.headers['content-length'] ?? Infinity)
    if (length > buffer) return right.readBody(request, limit)
    return new Promise((done) => {
      request.once('data', done)
      request.once('close', () => done(Buffer.alloc(0)))
    })
  },
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Twin } from '../right-seller/parts.ts'

/** Takes what has arrived so far for the whole body. */
export const twin: Twin = {
  async readBody(request) {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    for (let seen = -1; !request.complete && seen < chunks.length;) {
      seen = chunks.length
      await pause(seen === 0 ? 100 : 60)
    }
    return Buffer.concat(chunks)
  },
}

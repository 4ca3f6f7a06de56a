import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Signs in its controllers, so that what is refused before them is not signed. */
export const twin: Twin = {
  reply(answer, from, seller) {
    const reply = right.reply(answer, from, seller)
    if (answer.resultCode !== '000001') return reply
    const { 'Body-Sign': _, ...headers } = reply.headers
    return { ...reply, headers }
  },
}

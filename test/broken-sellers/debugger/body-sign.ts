import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Spells the name of the header as HTTP allows and the store does not. */
export const twin: Twin = {
  reply(answer, from, seller) {
    const reply = right.reply(answer, from, seller)
    const { 'Body-Sign': sign, ...headers } = reply.headers
    if (answer.resultCode !== '000000' || sign === undefined) return reply
    return { ...reply, headers: { ...headers, 'Body-sign': sign } }
  },
}

import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Refuses with the content type of an error page. */
export const twin: Twin = {
  reply(answer, from, seller) {
    const reply = right.reply(answer, from, seller)
    if (answer.resultCode !== '000001') return reply
    return { ...reply, headers: { ...reply.headers, 'Content-Type': 'text/html;charset=utf-8' } }
  },
}

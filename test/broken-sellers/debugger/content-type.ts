import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Answers JSON as text. */
export const twin: Twin = {
  reply(answer, from, seller) {
    const reply = right.reply(answer, from, seller)
    if (answer.resultCode !== '000000') return reply
    return { ...reply, headers: { ...reply.headers, 'Content-Type': 'text/plain;charset=utf-8' } }
  },
}

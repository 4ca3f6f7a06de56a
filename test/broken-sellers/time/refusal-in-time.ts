import { setTimeout as pause } from 'node:timers/promises'
import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Slows down whoever has no key. */
export const twin: Twin = {
  async answerTo(error) {
    const answer = await right.answerTo(error)
    await pause(200)
    return answer
  },
}
export const limits = { callMs: 100, debugMs: 20_000 }

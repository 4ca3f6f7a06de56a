import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Has one code for all that goes wrong. */
export const twin: Twin = {
  async answerTo(error) {
    const answer = await right.answerTo(error)
    return answer.resultCode === '000001' ? { ...answer, resultCode: '000005' } : answer
  },
}

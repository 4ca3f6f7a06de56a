import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Has a code of its own for parameters, as one public seller does. */
export const twin: Twin = {
  async answerTo(error) {
    const answer = await right.answerTo(error)
    return answer.resultCode === '000002' ? { ...answer, resultCode: '000999' } : answer
  },
}

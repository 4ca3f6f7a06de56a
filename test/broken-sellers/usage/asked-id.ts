import type { Answer, Twin } from '../right-seller/parts.ts'
import { isObject } from '../right-seller/parse.ts'
import { right } from '../right-seller/right.ts'

/** Shows an instance under the id of its own system. */
export const twin: Twin = {
  async queryInstance(call, seller) {
    const answer = await right.queryInstance(call, seller)
    const info = infoOf(answer).map((one, at) => ({ ...one, instanceId: `internal-${at}` }))
    return { ...answer, info }
  },
}

function infoOf({ info }: Answer): readonly object[] {
  return Array.isArray(info) ? info.filter(isObject) : []
}

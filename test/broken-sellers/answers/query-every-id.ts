import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Answers for the first of the ids that are asked for. */
export const twin: Twin = {
  queryInstance(call, seller) {
    const [instanceId = ''] = String(call.members['instanceId']).split(',')
    return right.queryInstance({ ...call, members: { ...call.members, instanceId } }, seller)
  },
}

import { idOf } from '../right-seller/activities.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Shows the first of several instances that are asked for. */
export const twin: Twin = {
  queryInstance(call, seller) {
    const [instanceId] = idOf(call).split(',')
    return right.queryInstance({ ...call, members: { ...call.members, instanceId } }, seller)
  },
}

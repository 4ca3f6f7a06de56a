import { flagOf } from '../right-seller/kit-records.ts'
import type { Twin } from '../right-seller/parts.ts'
import { textOf } from '../right-seller/parse.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { notesOf } from '../right-seller/twin-memory.ts'
import { right } from '../right-seller/right.ts'

/** Knows an enterprise by its tenantId alone, which is unique. */
export const twin: Twin = {
  tenantSync(call, seller) {
    const { instanceId, tenantId } = call.members
    const bound = notesOf(seller.memory)
    const before = bound.get(textOf(tenantId))
    if (flagOf(call) === 1 && before !== undefined && before !== textOf(instanceId))
      throw new Refusal('000005', 'the enterprise is there already')
    bound.set(textOf(tenantId), textOf(instanceId))
    return right.tenantSync(call, seller)
  },
}

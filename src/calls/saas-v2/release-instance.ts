import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { success } from '../../domain/answer.ts'
import { release } from '../../domain/instance/life-cycle.ts'
import type { Decide } from '../call.ts'
import { isOfScope } from '../instance-access.ts'

/** Releases for good, from every state; an unknown or released instance is a success too. */
export const releaseInstance: Decide<SellerSchemas['ReleaseInstance']> = async (
  ask,
  { db, vault },
) => {
  const { instanceId, orderId } = ask.body
  const instance = await findInstance(db, vault, instanceId)
  if (instance === undefined || !isOfScope(instance, ask)) return { answer: success() }
  const released = release(instance, ask.now)
  if (released === instance) return { answer: success() }
  return {
    answer: success(),
    instance: released,
    events: [{ type: 'instance.released', orderId }],
  }
}

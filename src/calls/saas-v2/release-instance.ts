import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { success } from '../../domain/answer.ts'
import { release } from '../../domain/instance/life-cycle.ts'
import type { Handle } from '../handler.ts'
import { inScope } from '../instance-access.ts'

type Release = Pick<SellerSchemas['ReleaseInstance'], 'instanceId' | 'orderId'>

/** Releases for good, from every state; an unknown or released instance is a success too. */
export const releaseInstance: Handle<Release> = async (call, { db, vault }) => {
  const { instanceId, orderId } = call.body
  const instance = await findInstance(db, vault, instanceId)
  if (instance === undefined || !inScope(instance, call)) return { answer: success() }
  const released = release(instance, call.now)
  if (released === instance) return { answer: success() }
  return {
    answer: success(),
    instance: released,
    events: [{ type: 'instance.released', orderId }],
  }
}

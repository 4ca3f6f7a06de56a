import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { success } from '../../domain/answer.ts'
import { release } from '../../domain/instance/life-cycle.ts'
import { releasedAsks } from '../asks/settle.ts'
import type { Handle } from '../handler.ts'
import { accessible, movedHere, unknownInstanceResult } from '../instance-access.ts'

type Release = Pick<SellerSchemas['ReleaseInstance'], 'instanceId' | 'orderId'>

/**
 * Releases for good, from every state; a released instance is a success too. An unknown one is
 * 000003: whoever takes a success for a release would go on serving a buyer who has left.
 */
export const releaseInstance: Handle<Release> = async (call, services) => {
  const { instanceId, orderId } = call.body
  const found = await findInstance(services.db, services.vault, instanceId)
  const instance = accessible(found, call)
  if (instance === undefined) return unknownInstanceResult(call, found)
  const released = release(instance, call.now)
  if (released === instance) return { answer: success(), moved: [movedHere(found, call)] }
  return {
    answer: success(),
    instance: released,
    before: { instance: found },
    events: [{ type: 'instance.released', orderId }],
    ...releasedAsks(instance),
  }
}

import { findInstance } from '../../db/instance/instances.ts'
import { success } from '../../domain/answer.ts'
import { release } from '../../domain/instance/life-cycle.ts'
import { releasedAsks } from '../asks/settle.ts'
import type { Handler } from '../handler.ts'
import { accessible, movedHere, unknownInstanceResult } from '../instance-access.ts'
import { licenseOfInstance, unchanged } from './license-of-instance.ts'

/** Releases an instance and its license for good; a released one is a success too, an unknown one 000003. */
export const releaseLicense: Handler<'licenseB', 'releaseLicense'> = async (call, services) => {
  const { instanceId, orderId } = call.body
  const found = await findInstance(services.db, services.vault, instanceId)
  const instance = accessible(found, call)
  if (instance === undefined) return unknownInstanceResult(call, found)
  const license = await licenseOfInstance(instance, services)
  const released = release(instance, call.now)
  if (released === instance) return unchanged(movedHere(found, call), license)
  return {
    answer: success(),
    instance: released,
    before: { instance: found, license },
    license: license && release(license, call.now),
    events: [{ type: 'instance.released', orderId }],
    ...releasedAsks(instance),
  }
}

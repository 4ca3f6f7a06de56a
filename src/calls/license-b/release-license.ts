import { findInstance } from '../../db/instance/instances.ts'
import { success } from '../../domain/answer.ts'
import { release } from '../../domain/instance/life-cycle.ts'
import type { Handler } from '../handler.ts'
import { inScope } from '../instance-access.ts'
import { licenseOfInstance } from './license-of-instance.ts'

/** Releases an instance and its license for good; an unknown or released one is a success too. */
export const releaseLicense: Handler<'licenseB', 'releaseLicense'> = async (call, services) => {
  const { instanceId, orderId } = call.body
  const instance = await findInstance(services.db, services.vault, instanceId)
  if (instance === undefined || !inScope(instance, call)) return { answer: success() }
  const license = await licenseOfInstance(instance, services)
  const released = release(instance, call.now)
  if (released === instance) {
    return { answer: success(), ...(license && { licenseId: license.licenseId }) }
  }
  return {
    answer: success(),
    instance: released,
    license: license && release(license, call.now),
    events: [{ type: 'instance.released', orderId }],
  }
}

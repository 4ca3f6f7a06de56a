import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { success } from '../../domain/answer.ts'
import { release } from '../../domain/instance/life-cycle.ts'
import type { Decide } from '../call.ts'
import { isOfScope } from '../instance-access.ts'
import { ownLicense } from './license-of-instance.ts'

/** Releases an instance and its license for good; an unknown or released one is a success too. */
export const releaseLicense: Decide<SellerSchemas['ReleaseLicenseB']> = async (ask, services) => {
  const { instanceId, orderId } = ask.body
  const instance = await findInstance(services.db, services.vault, instanceId)
  if (instance === undefined || !isOfScope(instance, ask)) return { answer: success() }
  const license = await ownLicense(instance, services)
  const released = release(instance, ask.now)
  if (released === instance) {
    return { answer: success(), ...(license && { licenseId: license.licenseId }) }
  }
  return {
    answer: success(),
    instance: released,
    license: license && release(license, ask.now),
    events: [{ type: 'instance.released', orderId }],
  }
}

import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { success } from '../../domain/answer.ts'
import { freeze } from '../../domain/instance/life-cycle.ts'
import type { Decide } from '../call.ts'
import { isOwn, unknownAnswer } from '../instance-access.ts'
import { ownLicense } from './license-of-instance.ts'

/** Freezes an instance and its license; freezing what is frozen makes no event. */
export const expireLicense: Decide<SellerSchemas['ExpireLicenseB']> = async (ask, services) => {
  const { instanceId, orderId } = ask.body
  const instance = await findInstance(services.db, services.vault, instanceId)
  if (instance === undefined || !isOwn(instance, ask)) return unknownAnswer(ask)
  const license = await ownLicense(instance, services)
  const next = freeze(instance, ask.now)
  if (next === instance)
    return { answer: success(), ...(license && { licenseId: license.licenseId }) }
  return {
    answer: success(),
    instance: next,
    license: license && freeze(license, ask.now),
    events: [{ type: 'instance.frozen', orderId }],
  }
}

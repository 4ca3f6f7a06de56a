import { findInstance } from '../../db/instance/instances.ts'
import { success } from '../../domain/answer.ts'
import { freeze } from '../../domain/instance/life-cycle.ts'
import type { Handler } from '../handler.ts'
import { movedHere, unknownInstanceResult, usable } from '../instance-access.ts'
import { licenseOfInstance, unchanged } from './license-of-instance.ts'

/** Freezes an instance and its license; freezing what is frozen makes no event. */
export const expireLicense: Handler<'licenseB', 'expireLicense'> = async (call, services) => {
  const { instanceId, orderId } = call.body
  const found = await findInstance(services.db, services.vault, instanceId)
  const instance = usable(found, call)
  if (instance === undefined) return unknownInstanceResult(call, found)
  const license = await licenseOfInstance(instance, services)
  const next = freeze(instance, call.now)
  if (next === instance) return unchanged(movedHere(found, call), license)
  return {
    answer: success(),
    instance: next,
    before: { instance: found, license },
    license: license && freeze(license, call.now),
    events: [{ type: 'instance.frozen', orderId }],
  }
}

import { isDeepStrictEqual } from 'node:util'
import { provisioned } from '../calls/asks/settle.ts'
import type { InstanceChange } from '../calls/change-instance.ts'
import type { Failure, Instance } from '../domain/instance/instance.ts'
import { changeInstance } from './change-instance.ts'
import type { ManagementHandler } from './context.ts'
import { viewDetail } from './instance-view.ts'
import { Problem } from './problem.ts'

/** Takes the report that a purchase cannot be made, which ends its provisioning. */
export const reportProvisioningFailed: ManagementHandler<'reportProvisioningFailed'> = async (
  request,
  { services },
) => {
  const instance = await changeInstance(request, services, (found) =>
    failed(found, request.body, services.now()),
  )
  return viewDetail(instance, services)
}

function failed(instance: Instance, failure: Failure, now: Date): InstanceChange {
  if (instance.phase === 'ready') throw inUse(instance)
  const isSame = instance.phase === 'failed' && isDeepStrictEqual(failure, instance.failure)
  if (isSame) return { instance }
  return provisioned(instance, { outcome: 'refused', failure }, now)
}

function inUse({ instanceId }: Instance): Problem {
  return new Problem(409, `Instance ${instanceId} is in use and cannot fail any more.`, {
    code: 'instance-active',
  })
}

import type { SellerSchemas } from '../../contract/index.ts'
import { freeze, unfreeze } from '../../domain/instance/life-cycle.ts'
import { setFrozen } from '../instance-access.ts'

type InstanceStatus = SellerSchemas['InstanceStatusV1']

/** Sets frozen or not; V1 says NORMAL where V2 says UNFREEZE. */
export const instanceStatus = setFrozen<InstanceStatus>((instance, { body, now }) =>
  body.instanceStatus === 'FREEZE' ? freeze(instance, now) : unfreeze(instance, now),
)

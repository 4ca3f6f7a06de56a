import type { SellerSchemas } from '../../contract.ts'
import { freeze, unfreeze } from '../../domain/life-cycle.ts'
import { setFrozen } from '../own-instance.ts'

type InstanceStatus = SellerSchemas['InstanceStatusV1']

/** Sets frozen or not; V1 says NORMAL where V2 says UNFREEZE. */
export const instanceStatus = setFrozen<InstanceStatus>((instance, { body, now }) =>
  body.instanceStatus === 'FREEZE' ? freeze(instance, now) : unfreeze(instance, now),
)

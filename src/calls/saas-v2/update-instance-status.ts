import type { SellerSchemas } from '../../contract/index.ts'
import { freeze, unfreeze } from '../../domain/instance/life-cycle.ts'
import { setFrozen } from '../instance-access.ts'

type UpdateInstanceStatus = SellerSchemas['UpdateInstanceStatus']

/** Sets frozen or not. */
export const updateInstanceStatus = setFrozen<UpdateInstanceStatus>((instance, { body, now }) =>
  body.status === 'FREEZE' ? freeze(instance, now) : unfreeze(instance, now),
)

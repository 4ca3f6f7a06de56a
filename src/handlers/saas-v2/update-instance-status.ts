import type { SellerSchemas } from '../../contract.ts'
import { freeze, unfreeze } from '../../domain/life-cycle.ts'
import { setFrozen } from '../own-instance.ts'

type UpdateInstanceStatus = SellerSchemas['UpdateInstanceStatus']

/** Sets frozen or not. */
export const updateInstanceStatus = setFrozen<UpdateInstanceStatus>((instance, { body, now }) =>
  body.status === 'FREEZE' ? freeze(instance, now) : unfreeze(instance, now),
)

import type { SellerSchemas } from '../../contract/index.ts'
import { expire } from '../../domain/instance/life-cycle-v1.ts'
import { setFrozen } from '../instance-access.ts'

/** The period ended: freezes, also after a renewal that has expired in its turn. */
export const expireInstance = setFrozen<SellerSchemas['ExpireInstanceV1']>((instance, { now }) =>
  expire(instance, now),
)

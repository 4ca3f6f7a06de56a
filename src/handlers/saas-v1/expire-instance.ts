import type { SellerSchemas } from '../../contract.ts'
import { expire } from '../../domain/life-cycle-v1.ts'
import { setFrozen } from '../own-instance.ts'

/** The period ended: freezes, also after a renewal that has expired in its turn. */
export const expireInstance = setFrozen<SellerSchemas['ExpireInstanceV1']>((instance, { now }) =>
  expire(instance, now),
)

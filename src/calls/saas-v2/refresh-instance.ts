import type { SellerSchemas } from '../../contract/index.ts'
import { refresh } from '../../domain/instance/life-cycle.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseStoreTime } from '../../domain/time/store-time.ts'
import { applyOnce } from '../instance-access.ts'

type RefreshInstance = SellerSchemas['RefreshInstance']

/** Sets a new expiry, once for each order line and scene. */
export const refreshInstance = applyOnce<RefreshInstance>(
  ({ orderId, orderLineId, scene }) => [orderId, orderLineId, scene],
  (instance, { body, now, address, test }) => {
    const { orderId, orderLineId, scene, productId } = body
    const expireTime = expiryOf(body)
    const next = refresh(instance, { orderId, orderLineId, scene, expireTime, productId }, now)
    const unfrozen = instance.frozen && !next.frozen
    return {
      instance: next,
      events: [
        { type: 'instance.refreshed', orderId },
        ...(unfrozen ? [{ type: 'instance.unfrozen' as const, orderId }] : []),
      ],
      fetchOrder: {
        address: address.name,
        test,
        orderId,
        orderLineId,
        instanceId: instance.instanceId,
        callNamedProduct: productId !== undefined,
      },
    }
  },
)

function expiryOf({ expireTime }: RefreshInstance): Date {
  const time = parseStoreTime(expireTime)
  if (time === undefined) throw new Refusal('000002', 'expireTime is not a valid date')
  return time
}

import type { SellerSchemas } from '../../contract/index.ts'
import { roleOfScene } from '../../domain/instance/applied-order.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { type Refresh, refresh } from '../../domain/instance/life-cycle.ts'
import { isInDoubt, keptInDoubt } from '../../domain/instance/scenes.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseStoreTime } from '../../domain/time/store-time.ts'
import { type ChangedBy, changeAsk } from '../asks/change-ask.ts'
import { applyOnce } from '../instance-access.ts'
import { refreshEvents } from '../instance-events.ts'
import { orderToFetch } from '../order-to-fetch.ts'

type RefreshInstance = SellerSchemas['RefreshInstance']

/** Sets a new expiry, once for each order line and scene. */
export const refreshInstance = applyOnce<RefreshInstance>(
  ({ orderId, orderLineId, scene }) => [orderId, orderLineId, scene],
  (instance, call, services) => {
    const { orderId, orderLineId, scene, productId } = call.body
    const expireTime = expiryOf(call.body)
    const role = roleOfScene(scene)
    const told = { orderId, orderLineId, role, scene, expireTime, productId, isQueried: !call.test }
    return {
      ...refreshed(instance, told, call.now),
      fetchOrder: orderToFetch(call, instance.instanceId, productId !== undefined),
      ...(role === 'change' && changeAsk(changedBy(instance, call.body), call, services)),
    }
  },
)

function changedBy(before: Instance, { orderId, orderLineId }: RefreshInstance): ChangedBy {
  return { before, order: { orderId, orderLineId }, scene: 'RENEWAL_CHANGE', isQueried: true }
}

function refreshed(instance: Instance, told: Refresh & { readonly scene: string }, now: Date) {
  if (isInDoubt(instance, told)) return { instance: keptInDoubt(instance, told, now), events: [] }
  const next = refresh(instance, told, now)
  return { instance: next, events: refreshEvents(instance, next, told) }
}

function expiryOf({ expireTime }: RefreshInstance): Date {
  const time = parseStoreTime(expireTime)
  if (time === undefined) throw new Refusal('000002', 'expireTime is not a valid date')
  return time
}

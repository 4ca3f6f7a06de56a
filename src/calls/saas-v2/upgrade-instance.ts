import type { SellerSchemas } from '../../contract/index.ts'
import type { OrderKey } from '../../domain/instance/instance.ts'
import { upgrade } from '../../domain/instance/life-cycle.ts'
import { changeAsk } from '../asks/change-ask.ts'
import { applyOnce } from '../instance-access.ts'
import { orderToFetch } from '../order-to-fetch.ts'

type UpgradeInstance = SellerSchemas['UpgradeInstance']

/** Notes an upgrade order, once; what was bought comes with the fetched order. */
export const upgradeInstance = applyOnce<UpgradeInstance>(
  ({ orderId, orderLineId }) => [orderId, orderLineId],
  (instance, call, services) => ({
    instance: upgrade(instance, { ...lineOf(call.body), isQueried: !call.test }, call.now),
    events: [{ type: 'instance.upgraded', orderId: call.body.orderId }],
    fetchOrder: orderToFetch(call, instance.instanceId),
    ...changeAsk(
      { before: instance, order: lineOf(call.body), scene: 'UPGRADE', isQueried: true },
      call,
      services,
    ),
  }),
)

function lineOf({ orderId, orderLineId }: UpgradeInstance): OrderKey {
  return { orderId, orderLineId }
}

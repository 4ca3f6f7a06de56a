import type { SellerSchemas } from '../../contract.ts'
import { upgrade } from '../../domain/life-cycle.ts'
import { applyOnce } from '../own-instance.ts'

type UpgradeInstance = SellerSchemas['UpgradeInstance']

/** Notes an upgrade order, once; what was bought comes with the fetched order. */
export const upgradeInstance = applyOnce<UpgradeInstance>(
  ({ orderId, orderLineId }) => [orderId, orderLineId],
  (instance, { body: { orderId, orderLineId }, now, address }) => ({
    instance: upgrade(instance, { orderId, orderLineId }, now),
    events: [{ type: 'instance.upgraded', orderId }],
    fetchOrder: {
      address: address.name,
      orderId,
      orderLineId,
      instanceId: instance.instanceId,
      callNamedProduct: false,
    },
  }),
)

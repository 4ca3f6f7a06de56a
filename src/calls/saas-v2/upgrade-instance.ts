import type { SellerSchemas } from '../../contract/index.ts'
import { upgrade } from '../../domain/instance/life-cycle.ts'
import { applyOnce } from '../instance-access.ts'

type UpgradeInstance = SellerSchemas['UpgradeInstance']

/** Notes an upgrade order, once; what was bought comes with the fetched order. */
export const upgradeInstance = applyOnce<UpgradeInstance>(
  ({ orderId, orderLineId }) => [orderId, orderLineId],
  (instance, { body: { orderId, orderLineId }, now, address, test }) => ({
    instance: upgrade(instance, { orderId, orderLineId }, now),
    events: [{ type: 'instance.upgraded', orderId }],
    fetchOrder: {
      address: address.name,
      test,
      orderId,
      orderLineId,
      instanceId: instance.instanceId,
      callNamedProduct: false,
    },
  }),
)

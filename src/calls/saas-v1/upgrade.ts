import type { SellerSchemas } from '../../contract/index.ts'
import { upgradeV1 } from '../../domain/instance/life-cycle-v1.ts'
import { applyOnce } from '../instance-access.ts'
import type { Services } from '../services.ts'
import { extendParamsField } from '../v1-fields.ts'
import { latestOrderColumns, orderFromCall, orderPartOf } from './order-row.ts'

type Upgrade = SellerSchemas['UpgradeV1']

/** Takes over what was upgraded to, once for each order; the values hold from now on. */
export const upgrade = applyOnce<Upgrade>(
  ({ orderId }) => [orderId],
  async (instance, call, services) => {
    const { orderId, productId } = call.body
    const orderLineId = orderPartOf(instance)
    const columns = {
      ...(await latestOrderColumns(instance, services)),
      ...columnsOf(call.body, services),
    }
    return {
      instance: upgradeV1(instance, { orderId, orderLineId, productId }, call.now),
      order: orderFromCall(call, orderLineId, columns, services),
      events: [{ type: 'instance.upgraded', orderId }],
    }
  },
)

function columnsOf(body: Upgrade, { vault }: Services) {
  const { productId, skuCode, amount, saasExtendParams } = body
  const extendParams = extendParamsField(saasExtendParams)
  return {
    order_type: 'CHANGE',
    product_id: productId,
    sku_code: skuCode,
    ...(amount !== undefined && { quantity: amount }),
    ...(saasExtendParams !== undefined && {
      extend_params: vault.encrypt(JSON.stringify(extendParams)),
    }),
  }
}

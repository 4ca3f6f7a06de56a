import type { SellerSchemas } from '../../contract/index.ts'
import type { Terms } from '../../domain/instance/applied-order.ts'
import { upgrade as applyUpgrade } from '../../domain/instance/life-cycle.ts'
import { applyOnce } from '../instance-access.ts'
import type { Services } from '../services.ts'
import { extendParamsField } from '../v1-fields.ts'
import { termsOfV1 } from '../v1-terms.ts'
import { latestOrderColumns, orderFromCall, orderPartOf } from './order-row.ts'

type Upgrade = SellerSchemas['UpgradeV1']

/** Takes over what was upgraded to, once for each order; the values hold from now on. */
export const upgrade = applyOnce<Upgrade>(
  ({ orderId }) => [orderId],
  async (instance, call, services) => {
    const { orderId } = call.body
    const told = toldOf(call.body)
    const orderLineId = orderPartOf(instance)
    const columns = {
      ...(await latestOrderColumns(instance, services)),
      ...columnsOf(call.body, services),
    }
    return {
      instance: applyUpgrade(instance, { orderId, orderLineId, told }, call.now),
      order: orderFromCall(call, orderLineId, columns, services),
      events: [{ type: 'instance.upgraded', orderId }],
    }
  },
)

function toldOf(body: Upgrade): Terms {
  const { saasExtendParams } = body
  const extendParams =
    saasExtendParams === undefined ? undefined : extendParamsField(saasExtendParams)
  return termsOfV1({ ...body, orderType: 'CHANGE', extendParams })
}

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

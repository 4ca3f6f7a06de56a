import type { SellerSchemas } from '../../contract/index.ts'
import { upgradeV1 } from '../../domain/instance/life-cycle-v1.ts'
import { withAttention } from '../../domain/instance/attention.ts'
import { readExtendParams } from '../../domain/order/extend-params.ts'
import { wholeNumber } from '../../domain/order/number-v1.ts'
import { applyOnce } from '../instance-access.ts'
import type { Services } from '../services.ts'
import { unreadSentence } from '../v1-fields.ts'
import { latestOrderColumns, orderFromCall } from './order-row.ts'

type Upgrade = SellerSchemas['UpgradeV1']

/** Takes over what was upgraded to, once for each order; the values hold from now on. */
export const upgrade = applyOnce<Upgrade>(
  ({ orderId }) => [orderId],
  async (instance, call, services) => {
    const { orderId, productId } = call.body
    const { orderLineId } = instance
    const { attention, ...read } = readUpgrade(call.body, services)
    const columns = { ...(await latestOrderColumns(instance, services)), ...read }
    const next = upgradeV1(instance, { orderId, orderLineId, productId }, call.now)
    return {
      instance: attention === undefined ? next : withAttention(next, attention),
      order: orderFromCall(call, orderLineId, columns, services),
      events: [{ type: 'instance.upgraded', orderId }],
    }
  },
)

// What could not be read stays as it was known, and an operator is told.
function readUpgrade(body: Upgrade, { vault }: Services) {
  const { productId, skuCode, amount, saasExtendParams } = body
  const { params, isWhole } = readExtendParams(saasExtendParams)
  const quantity = wholeNumber(amount)
  return {
    order_type: 'CHANGE',
    product_id: productId,
    sku_code: skuCode,
    ...(quantity !== undefined && { quantity }),
    ...(params.length > 0 && { extend_params: vault.encrypt(JSON.stringify(params)) }),
    attention: unreadSentence(body, {
      amount: quantity,
      saasExtendParams: isWhole || undefined,
    }),
  }
}

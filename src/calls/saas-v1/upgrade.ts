import type { SellerSchemas } from '../../contract/index.ts'
import type { Terms } from '../../domain/instance/applied-order.ts'
import { upgrade as applyUpgrade } from '../../domain/instance/life-cycle.ts'
import { withNote } from '../../domain/instance/plan.ts'
import { readExtendParams } from '../../domain/order/extend-params.ts'
import { wholeNumber } from '../../domain/order/number-v1.ts'
import { changeAsk } from '../asks/change-ask.ts'
import { applyOnce } from '../instance-access.ts'
import type { Services } from '../services.ts'
import { unreadSentence } from '../v1-fields.ts'
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
    const { attention, ...read } = readUpgrade(call.body, services)
    const columns = { ...(await latestOrderColumns(instance, services)), ...read }
    const next = applyUpgrade(instance, { orderId, orderLineId, told }, call.now)
    return {
      instance: attention === undefined ? next : withNote(next, attention),
      order: orderFromCall(call, orderLineId, columns, services),
      events: [{ type: 'instance.upgraded', orderId }],
      ...changeAsk(
        { before: instance, order: { orderId, orderLineId }, scene: 'UPGRADE', isQueried: false },
        call,
        services,
      ),
    }
  },
)

function toldOf(body: Upgrade): Terms {
  const { params, isWhole } = readExtendParams(body.saasExtendParams)
  const extendParams = body.saasExtendParams !== undefined && isWhole ? params : undefined
  return termsOfV1({ ...body, orderType: 'CHANGE', extendParams })
}

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

import type { SellerSchemas } from '../../contract/index.ts'
import type { RefreshRole } from '../../domain/instance/applied-order.ts'
import { refresh } from '../../domain/instance/life-cycle.ts'
import { plainNumber, wholeNumber } from '../../domain/order/number-v1.ts'
import { refreshTypeV1 } from '../../domain/order/purchase-v1.ts'
import { applyOnce } from '../instance-access.ts'
import { refreshEvents } from '../instance-events.ts'
import { timeField } from '../v1-fields.ts'
import { termsOfV1 } from '../v1-terms.ts'
import { latestOrderColumns, orderFromCall, orderPartOf } from './order-row.ts'

type RefreshInstance = SellerSchemas['RefreshInstanceV1']

/** Sets a new expiry, once for each order. */
export const refreshInstance = applyOnce<RefreshInstance>(
  ({ orderId }) => [orderId],
  async (instance, call, services) => {
    const renewal = readRefresh(call.body)
    const orderLineId = orderPartOf(instance)
    const told = termsOfV1({ ...call.body, orderType: refreshTypeV1(renewal) })
    const { orderId, expireTime, productId } = renewal
    const next = refresh(
      instance,
      {
        ...{ orderId, orderLineId, expireTime, productId, told },
        role: roleOf(renewal),
        unfreezesAlways: true,
      },
      call.now,
    )
    const columns = {
      ...(await latestOrderColumns(instance, services)),
      ...columnsOf(renewal, call.body),
    }
    return {
      instance: next,
      order: orderFromCall(call, orderLineId, columns, services),
      events: refreshEvents(instance, next, renewal),
    }
  },
)

function readRefresh({
  orderId,
  expireTime,
  orderAmount,
  trialToFormal,
  productId,
}: RefreshInstance) {
  return {
    orderId,
    productId,
    expireTime: timeField('expireTime', expireTime),
    isCancelled: Number(orderAmount ?? 0) < 0,
    endsTrial: plainNumber(trialToFormal ?? '') === '1',
  }
}

function roleOf({ isCancelled, endsTrial }: ReturnType<typeof readRefresh>): RefreshRole {
  if (isCancelled) return 'refund'
  return endsTrial ? 'conversion' : 'renewal'
}

function columnsOf(renewal: ReturnType<typeof readRefresh>, body: RefreshInstance) {
  const { productId, periodType, periodNumber, orderAmount } = body
  return {
    order_type: refreshTypeV1(renewal),
    expire_time: renewal.expireTime,
    period_type: periodType ?? null,
    period_number: wholeNumber(periodNumber) ?? null,
    currency_after_discount: orderAmount ?? null,
    ...(productId !== undefined && { product_id: productId }),
  }
}

import type { Terms } from '../domain/instance/applied-order.ts'
import type { OrderFacts } from '../domain/instance/instance-order.ts'
import type { OrderKey } from '../domain/instance/instance.ts'
import { parseStoreTime } from '../domain/time/store-time.ts'
import type { OrderInfo, OrderLine } from '../store-api/order.ts'

/** What a fetched order tells of the instance that one of its lines is about. */
export function factsOf(
  { orderId, orderLineId }: OrderKey,
  order: OrderInfo,
  line: OrderLine,
): OrderFacts {
  const productIds = new Set((line.productInfo ?? []).map(({ productId }) => productId))
  return {
    orderId,
    orderLineId,
    terms: termsIn(order, line),
    productCount: productIds.size,
    createdAt: timeOf(order.createTime),
    expireTime: timeOf(line.expireTime),
    buyer: order.buyerInfo ? present(order.buyerInfo) : null,
  }
}

function termsIn(order: OrderInfo, line: OrderLine): Terms {
  const [product] = line.productInfo ?? []
  const extendParams = extendParamsIn(order, line)
  return present({
    orderType: order.orderType,
    chargingMode: line.chargingMode,
    periodType: line.periodType,
    periodNumber: line.periodNumber,
    productId: product?.productId,
    skuCode: product?.skuCode,
    productName: product?.productName,
    quantity: product?.linearValue,
    orderAmount: line.currencyAfterDiscount ?? line.currency,
    extendParams: extendParams.length > 0 ? extendParams : undefined,
  })
}

function extendParamsIn(order: OrderInfo, line: OrderLine) {
  const params = [...(line.extendParams ?? []), ...(order.extendParams ?? [])]
  return params.map(({ name, value }) => ({ name, value: value ?? '' }))
}

/** The members that are told. */
export function present<Told extends object>(
  told: Told,
): { [Name in keyof Told]?: NonNullable<Told[Name]> } {
  const given = Object.entries(told).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(given) as { [Name in keyof Told]?: NonNullable<Told[Name]> }
}

/** A time of the order query; null for none, and for what is not one. */
export function timeOf(text: string | null | undefined): Date | null {
  return (text && parseStoreTime(text)) || null
}

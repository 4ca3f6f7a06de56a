import { type ToldV1, termsOfV1 } from './v1-terms.ts'
import type { Vault } from '../crypto/vault.ts'
import type { OrderRow } from '../db/order/orders.ts'
import type { Product, Terms } from '../domain/instance/applied-order.ts'
import type { OrderFacts } from '../domain/instance/instance-order.ts'
import type { Buyer, OrderKey } from '../domain/instance/instance.ts'
import type { ExtendParam } from '../domain/order/extend-params.ts'
import { present } from '../domain/present.ts'
import { parseStoreTime } from '../domain/time/store-time.ts'
import type { OrderInfo, OrderLine, ProductInfo } from '../store-api/order.ts'

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
  const products = line.productInfo ?? []
  const [product, ...others] = products
  const extendParams = extendParamsIn(order, line).map(({ name, value }) => ({
    name,
    value: value ?? '',
  }))
  return present({
    orderType: order.orderType,
    chargingMode: line.chargingMode,
    periodType: line.periodType,
    periodNumber: line.periodNumber,
    productId: product?.productId,
    skuCode: product?.skuCode,
    productName: product?.productName,
    quantity: product?.linearValue,
    products: others.length > 0 ? products.map(productOf) : undefined,
    orderAmount: line.currencyAfterDiscount ?? line.currency,
    extendParams: extendParams.length > 0 ? extendParams : undefined,
  })
}

function productOf({ productId, skuCode, productName, linearValue }: ProductInfo): Product {
  return { productId, skuCode, productName: productName ?? null, quantity: linearValue ?? null }
}

/** The extension parameters of a line and of its order, as they came. */
export function extendParamsIn(order: OrderInfo, line: OrderLine) {
  return [...(line.extendParams ?? []), ...(order.extendParams ?? [])]
}

/** The same of an order that was kept; the call of V1 tells more of it than the columns do. */
export function factsOfRow(row: OrderRow, vault: Vault): OrderFacts {
  const opened = (bytes: Uint8Array | null): unknown =>
    bytes === null ? null : JSON.parse(vault.decrypt(bytes).toString())
  const extendParams = opened(row.extend_params) as ExtendParam[] | null
  const { diskSize, bandWidth, provisionType } = (opened(row.answer) ?? {}) as ToldV1
  return {
    orderId: row.order_id,
    orderLineId: row.order_line_id,
    terms: {
      ...termsOfV1({ diskSize, bandWidth, provisionType }),
      ...present({
        orderType: row.order_type,
        chargingMode: row.charging_mode,
        periodType: row.period_type,
        periodNumber: row.period_number,
        productId: row.product_id,
        skuCode: row.sku_code,
        productName: row.product_name,
        quantity: row.quantity === null ? null : Number(row.quantity),
        orderAmount: row.currency_after_discount ?? row.currency,
        extendParams: extendParams?.length ? extendParams : null,
      }),
    },
    // Of several the sentence for the operator is kept already.
    productCount: row.product_id === null ? 0 : 1,
    createdAt: row.create_time,
    expireTime: row.expire_time,
    buyer: row.buyer && present(opened(row.buyer) as Buyer),
  }
}

/** A time of the order query; null for none, and for what is not one. */
export function timeOf(text: string | null | undefined): Date | null {
  return (text && parseStoreTime(text)) || null
}

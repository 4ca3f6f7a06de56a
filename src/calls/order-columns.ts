import type { OrderTable } from '../db/order/order-tables.ts'
import type { OrderInfo, OrderLine } from '../store-api/order.ts'
import { timeOf } from './order-facts.ts'

/** What an order query tells of a line, in the columns that are searched and compared. */
export type OrderColumns = Pick<OrderTable, (typeof orderColumnNames)[number]>

const orderColumnNames = [
  'order_type',
  'create_time',
  'charging_mode',
  'period_type',
  'period_number',
  'product_id',
  'sku_code',
  'product_name',
  'quantity',
  'expire_time',
  'currency',
  'currency_after_discount',
] as const satisfies readonly (keyof OrderTable)[]

/** The columns of a line of an order. */
export function orderColumns(order: OrderInfo, line: OrderLine): OrderColumns {
  const [product] = line.productInfo ?? []
  return {
    order_type: order.orderType,
    create_time: timeOf(order.createTime),
    charging_mode: line.chargingMode,
    period_type: line.periodType ?? null,
    period_number: line.periodNumber ?? null,
    product_id: product?.productId ?? null,
    sku_code: product?.skuCode ?? null,
    product_name: product?.productName ?? null,
    quantity: product?.linearValue ?? null,
    expire_time: timeOf(line.expireTime),
    currency: line.currency ?? null,
    currency_after_discount: line.currencyAfterDiscount ?? null,
  }
}

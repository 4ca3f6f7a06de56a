import type { OrderTable } from '../db/order/order-tables.ts'

/** What is known of an order line but for what is private; without a row nothing is. */
export function orderMembers(row: OrderTable | undefined) {
  return {
    code: row?.result_code ?? null,
    type: row?.order_type ?? null,
    chargingMode: row?.charging_mode ?? null,
    periodType: row?.period_type ?? null,
    periodNumber: row?.period_number ?? null,
    productId: row?.product_id ?? null,
    skuCode: row?.sku_code ?? null,
    productName: row?.product_name ?? null,
    quantity: numberOf(row?.quantity),
    createTime: row?.create_time?.toISOString() ?? null,
    expireTime: row?.expire_time?.toISOString() ?? null,
    currency: row?.currency ?? null,
    currencyAfterDiscount: row?.currency_after_discount ?? null,
    fetchedAt: row?.fetched_at?.toISOString() ?? null,
  }
}

// A bigint column is a text or a number, as the driver has it.
function numberOf(quantity: string | number | null | undefined): number | null {
  return quantity === null || quantity === undefined ? null : Number(quantity)
}

import type { SellerSchemas } from '../../contract/index.ts'
import { type OrderRow, emptyOrder, findOrder } from '../../db/order/orders.ts'
import type { OrderTable } from '../../db/order/order-tables.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { type Call, originOf } from '../call.ts'
import type { Services } from '../services.ts'

type OrderCall = SellerSchemas['SaasV1Request'] & { readonly orderId: string }

/** The columns that the three order-bearing calls read in their own ways. */
export type OrderColumns = Partial<OrderTable> & Pick<OrderTable, 'order_type'>

/**
 * The order as its own call told it: V1 has no order query. The whole call is kept encrypted.
 */
export function orderFromCall(
  call: Call<OrderCall>,
  orderLineId: string,
  columns: OrderColumns,
  { vault }: Services,
): OrderTable {
  const { body, now } = call
  return {
    ...emptyOrder({ ...originOf(call), orderId: body.orderId, orderLineId }, now),
    ...columns,
    state: 'fetched',
    answer: vault.encrypt(JSON.stringify(body)),
    fetched_at: now,
  }
}

/** What tells apart the instances of an order in V1, as its calls know this one: nothing in V2. */
export function orderPartOf({ family, orderLineId }: Instance): string {
  return family === 'saas-v1' ? orderLineId : ''
}

/**
 * What holds of an instance on after its latest order: a V1 renewal or upgrade tells only what
 * changes, and neither who bought nor what was typed at the purchase.
 */
export async function latestOrderColumns(
  instance: Instance,
  { db }: Services,
): Promise<Partial<OrderTable>> {
  const { site, address, test, orderId, orderLineId, latestOrderId, latestOrderLineId } = instance
  const origin = { site, address, test }
  // Of an order that an import has only named nothing is known; the purchase tells what it came to.
  const row =
    (await findOrder(db, { ...origin, orderId: latestOrderId, orderLineId: latestOrderLineId })) ??
    (await findOrder(db, { ...origin, orderId, orderLineId }))
  return row === undefined ? {} : columnsOf(row)
}

function columnsOf(row: OrderRow): Partial<OrderTable> {
  const { charging_mode, product_id, sku_code, quantity, buyer, extend_params } = row
  return { charging_mode, product_id, sku_code, quantity, buyer, extend_params }
}

import { sql, type Selectable } from 'kysely'
import type { OrderKey } from '../domain/instance.ts'
import type { Database } from './database.ts'
import type { OrderTable } from './tables.ts'

export type OrderRow = Selectable<OrderTable>

/** One line of an order, at the production address whose seller account may read it. */
export interface OrderAt extends OrderKey {
  readonly address: string
}

export async function findOrder(db: Database, order: OrderAt): Promise<OrderRow | undefined> {
  const [row] = await findOrders(db, [order])
  return row
}

/** The kept ones of some order lines, in any order; a line that was never asked for has no row. */
export function findOrders(db: Database, orders: readonly OrderAt[]): Promise<OrderRow[]> {
  const wanted = JSON.stringify(orders)
  return db
    .selectFrom('orders')
    .selectAll()
    .where(
      sql<boolean>`(address, order_id, order_line_id) in (
        select address, "orderId", "orderLineId"
        from json_to_recordset(${wanted}) as wanted
          (address text, "orderId" text, "orderLineId" text))`,
    )
    .execute()
}

/** Keeps what is known of an order line. What was fetched gives way to a newer answer only. */
export async function saveOrder(db: Database, row: OrderRow): Promise<void> {
  const { buyer, answer } = row
  const rows = [{ ...row, buyer: hexBytes(buyer), answer: hexBytes(answer) }]
  await sql`
    insert into orders
    select * from json_populate_recordset(null::orders, ${JSON.stringify(rows)})
    on conflict (address, order_id, order_line_id) do update set
      state = excluded.state,
      result_code = excluded.result_code,
      order_type = excluded.order_type,
      charging_mode = excluded.charging_mode,
      period_type = excluded.period_type,
      period_number = excluded.period_number,
      product_id = excluded.product_id,
      sku_code = excluded.sku_code,
      product_name = excluded.product_name,
      quantity = excluded.quantity,
      create_time = excluded.create_time,
      expire_time = excluded.expire_time,
      extend_params = excluded.extend_params,
      currency = excluded.currency,
      currency_after_discount = excluded.currency_after_discount,
      buyer = excluded.buyer,
      answer = excluded.answer,
      fetched_at = excluded.fetched_at
    where orders.state <> 'fetched' or excluded.state = 'fetched'`.execute(db)
}

// bytea is written in Postgres' hex form.
function hexBytes(bytes: Uint8Array | null): string | null {
  return bytes && `\\x${Buffer.from(bytes).toString('hex')}`
}

import { sql, type Selectable } from 'kysely'
import type { OrderKey } from '../../domain/instance/instance.ts'
import { type Origin, scopeOf } from '../../domain/scope.ts'
import type { Database } from '../database.ts'
import { scopeColumns } from '../scope-columns.ts'
import type { OrderTable } from './order-tables.ts'

export type OrderRow = Selectable<OrderTable>

/** One line of an order, at the production address whose seller account may read it. */
export interface OrderAt extends OrderKey, Origin {
  /** Told by a test call: another order than a real one with the same ids. */
  readonly test: boolean
}

/** Undefined for a line of which nothing is kept. */
export async function findOrder(db: Database, order: OrderAt): Promise<OrderRow | undefined> {
  const [row] = await findOrders(db, [order])
  return row
}

/** The kept ones of some order lines, in any order; a line that was never asked for has no row. */
export function findOrders(db: Database, orders: readonly OrderAt[]): Promise<OrderRow[]> {
  const wanted = JSON.stringify(orders.map((order) => ({ ...order, ...scopeOf(order) })))
  return db
    .selectFrom('order_lines')
    .selectAll()
    .where(
      sql<boolean>`(order_id, order_line_id, site, test_address) in (
        select "orderId", "orderLineId", site, "testAddress"
        from json_to_recordset(${wanted}) as wanted
          ("orderId" text, "orderLineId" text, site text, "testAddress" text))`,
    )
    .execute()
}

/** The lines of a real order that are kept. */
export function findOrderLines(db: Database, site: string, orderId: string): Promise<OrderRow[]> {
  return db
    .selectFrom('order_lines')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('site', '=', site)
    .where('test_address', '=', '')
    .execute()
}

/** The row of an order line of which nothing is known yet. */
export function emptyOrder(order: OrderAt, now: Date): OrderTable {
  const { address, orderId, orderLineId } = order
  return {
    ...scopeColumns(scopeOf(order)),
    address,
    order_id: orderId,
    order_line_id: orderLineId,
    state: 'waiting',
    result_code: null,
    order_type: null,
    charging_mode: null,
    period_type: null,
    period_number: null,
    product_id: null,
    sku_code: null,
    product_name: null,
    quantity: null,
    create_time: null,
    expire_time: null,
    extend_params: null,
    currency: null,
    currency_after_discount: null,
    buyer: null,
    answer: null,
    fetched_at: null,
    created_at: now,
    updated_at: now,
  }
}

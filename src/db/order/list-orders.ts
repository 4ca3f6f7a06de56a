import { sql } from 'kysely'
import type { OrderKey } from '../../domain/instance/instance.ts'
import type { Scope } from '../../domain/scope.ts'
import type { Database } from '../database.ts'
import { scopeColumns } from '../scope-columns.ts'
import type { OrderRow } from './orders.ts'

/** What an order line is known by: where its ids count, and the store's ids. */
export interface OrderRowKey extends Scope, OrderKey {}

export interface OrderFilter {
  readonly orderId?: string | undefined
  readonly state?: OrderRow['state'] | undefined
  /** Only those of this site, or of any other. */
  readonly readBy?: { readonly site: string; readonly is: boolean } | undefined
  readonly type?: string | undefined
  readonly chargingMode?: string | undefined
  readonly productId?: string | undefined
  readonly test?: boolean | undefined
  /** When Koogate heard of it; `from` counts in, `to` counts out. */
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Where a page begins: after this time and order line. */
export interface OrderPosition {
  readonly time: string
  readonly key: OrderRowKey
}

export function findOrderRow(db: Database, key: OrderRowKey): Promise<OrderRow | undefined> {
  const { orderId, orderLineId } = key
  return db
    .selectFrom('orders')
    .selectAll()
    .where((where) =>
      where.and({ order_id: orderId, order_line_id: orderLineId, ...scopeColumns(key) }),
    )
    .executeTakeFirst()
}

/** At most so many order lines, the newest first. */
export function listOrderRows(
  db: Database,
  filter: OrderFilter,
  { limit, after }: { readonly limit: number; readonly after: OrderPosition | undefined },
): Promise<OrderRow[]> {
  return filtered(db, filter)
    .where(keyset(after))
    .orderBy('created_at', 'desc')
    .orderBy('order_id', 'desc')
    .orderBy('order_line_id', 'desc')
    .orderBy('site', 'desc')
    .orderBy('test_address', 'desc')
    .limit(limit)
    .execute()
}

function filtered(db: Database, filter: OrderFilter) {
  let query = db.selectFrom('orders').selectAll()
  if (filter.orderId !== undefined) query = query.where('order_id', '=', filter.orderId)
  if (filter.state !== undefined) query = query.where('state', '=', filter.state)
  if (filter.readBy !== undefined) {
    query = query.where('site', filter.readBy.is ? '=' : '<>', filter.readBy.site)
  }
  if (filter.type !== undefined) query = query.where('order_type', '=', filter.type)
  if (filter.chargingMode !== undefined) {
    query = query.where('charging_mode', '=', filter.chargingMode)
  }
  if (filter.productId !== undefined) query = query.where('product_id', '=', filter.productId)
  // As the index of test orders has it, whose condition is not a parameter.
  if (filter.test !== undefined) {
    query = query.where(sql<boolean>`test_address ${sql.raw(filter.test ? '<>' : '=')} ''`)
  }
  if (filter.from !== undefined) query = query.where('created_at', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('created_at', '<', filter.to)
  return query
}

function keyset(after: OrderPosition | undefined) {
  if (after === undefined) return sql<boolean>`true`
  const { time, key } = after
  return sql<boolean>`(created_at, order_id, order_line_id, site, test_address)
    < (${time}::timestamptz, ${key.orderId}, ${key.orderLineId}, ${key.site}, ${key.testAddress})`
}

import { sql } from 'kysely'
import type { OrderKey } from '../../domain/instance/instance.ts'
import type { Scope } from '../../domain/scope.ts'
import type { Database } from '../database.ts'
import { type Page, directionOf, isByUpdate } from '../page.ts'
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
    .selectFrom('order_lines')
    .selectAll()
    .where((where) =>
      where.and({ order_id: orderId, order_line_id: orderLineId, ...scopeColumns(key) }),
    )
    .executeTakeFirst()
}

/** A page of order lines, which begins after one of them. */
export interface OrderPage extends Omit<Page, 'after'> {
  readonly after: OrderPosition | undefined
}

/** At most so many order lines, in the order of the page. */
export function listOrderRows(
  db: Database,
  filter: OrderFilter,
  page: OrderPage,
): Promise<OrderRow[]> {
  const direction = directionOf(page.sort)
  let query = filtered(db, filter)
  if (page.updatedAfter !== undefined) query = query.where('updated_at', '>', page.updatedAfter)
  return query
    .where(keyset(page))
    .orderBy(timeOf(page), direction)
    .orderBy('order_id', direction)
    .orderBy('order_line_id', direction)
    .orderBy('site', direction)
    .orderBy('test_address', direction)
    .limit(page.limit)
    .execute()
}

function timeOf({ sort }: OrderPage) {
  return isByUpdate(sort) ? 'updated_at' : 'created_at'
}

function filtered(db: Database, filter: OrderFilter) {
  let query = db.selectFrom('order_lines').selectAll()
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

function keyset(page: OrderPage) {
  if (page.after === undefined) return sql<boolean>`true`
  const { time, key } = page.after
  const comparison = sql.raw(directionOf(page.sort) === 'desc' ? '<' : '>')
  return sql<boolean>`(${sql.ref(timeOf(page))}, order_id, order_line_id, site, test_address)
    ${comparison} (${time}::timestamptz, ${key.orderId}, ${key.orderLineId}, ${key.site}, ${key.testAddress})`
}

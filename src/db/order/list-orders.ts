import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { OrderKey } from '../../domain/instance/instance.ts'
import type { Scope } from '../../domain/scope.ts'
import type { Database } from '../database.ts'
import { isTest, withDelivery } from '../delivery/deliveries.ts'
import { untouched } from '../list-indexes.ts'
import { type Page, byNoIndex, directionOf, isByUpdate } from '../page.ts'
import { scopeColumns } from '../scope-columns.ts'
import type { Tables } from '../tables.ts'
import { orderKeyColumns } from './order-key-columns.ts'
import type { OrderRow } from './orders.ts'

/** What an order line is known by: where its ids count, and the store's ids. */
export interface OrderRowKey extends Scope, OrderKey {}

/** What order lines a list shows; each member that is left out lets all through. */
export interface OrderFilter {
  readonly orderId?: string | undefined
  readonly state?: OrderRow['state'] | undefined
  /** Only those of these sites, or of any other. */
  readonly readBy?: { readonly sites: readonly string[]; readonly is: boolean } | undefined
  readonly type?: string | undefined
  readonly chargingMode?: string | undefined
  readonly productId?: string | undefined
  readonly test?: boolean | undefined
  /** Those whose service supervision is open, or accepted. */
  readonly delivery?: 'open' | 'accepted' | undefined
  /** When Koogate heard of it; `from` counts in, `to` counts out. */
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Where a page begins: after this time and order line. */
export interface OrderPosition {
  readonly time: string
  readonly key: OrderRowKey
}

/** An order line; undefined for one that nobody has told. */
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
  const time = isByUpdate(page.sort) ? 'updated_at' : 'created_at'
  const orders = filtered(db, filter)
  const changed = orders.where(sql<boolean>`not ${isUntouched}`).where(later('updated_at', page))
  const touched = rowsOfPage(changed, page, time, filter.state === 'waiting')
  const found = isByKeys(filter) ? inOrder(byTheirKeys(db, touched), page, time) : touched
  if (!mayBeUntouched(filter)) return found.execute()
  // Their two times are one, and the index has the creation.
  const unchanged = orders.where(isUntouched).where(later('created_at', page))
  const others = rowsOfPage(unchanged, page, 'created_at')
  const rowsOf = (rows: OrderQuery) => db.selectFrom(rows.as('order_lines')).selectAll()
  const both = rowsOf(found).unionAll(rowsOf(isByKeys(filter) ? byTheirKeys(db, others) : others))
  return inOrder(rowsOf(both), page, time).execute()
}

// The indexes of what waits tell all that is asked of it, the keys of the rest whether there is a checklist.
function isByKeys({ state, delivery }: OrderFilter): boolean {
  return state === 'waiting' || delivery !== undefined
}

const rowKey = sql.join(orderKeyColumns.map((name) => sql.ref(name)))

// An index tells the keys, so that only the rows of the page are read: of all orders that wait, none may
// have such a checklist, or be of such a product.
function byTheirKeys(db: Database, rows: OrderQuery): OrderQuery {
  const keys = rows.clearSelect().select(orderKeyColumns)
  return db
    .selectFrom('order_lines')
    .selectAll()
    .where(sql<boolean>`(${rowKey}) in (${keys})`)
}

type OrderQuery = SelectQueryBuilder<Tables, 'order_lines', OrderRow>
type Time = 'created_at' | 'updated_at'

function rowsOfPage(query: OrderQuery, page: OrderPage, time: Time, areFew = false): OrderQuery {
  const by = areFew && time === 'updated_at' ? byNoIndex(time) : sql.ref(time)
  return sorted(query.where(keyset(page, time)), page, by)
}

function later(time: Time, { updatedAfter }: OrderPage) {
  if (updatedAfter === undefined) return sql<boolean>`true`
  return sql<boolean>`${sql.ref(time)} > ${updatedAfter}`
}

function inOrder(query: OrderQuery, page: OrderPage, time: Time): OrderQuery {
  return sorted(query, page, sql.ref(time))
}

function sorted(query: OrderQuery, { sort, limit }: OrderPage, time: RawBuilder<unknown>) {
  const direction = directionOf(sort)
  return orderKeyColumns
    .reduce(
      (ordered, column) => ordered.orderBy(sql.ref(column), direction),
      query.orderBy(time, direction),
    )
    .limit(limit)
}

const isUntouched = sql<boolean>`${sql.raw(untouched)}`

function mayBeUntouched({ state, type, chargingMode, productId }: OrderFilter): boolean {
  const isRead = [type, chargingMode, productId].some((value) => value !== undefined)
  return !isRead && (state === undefined || state === 'waiting')
}

function filtered(db: Database, filter: OrderFilter) {
  let query = db.selectFrom('order_lines').selectAll()
  if (filter.orderId !== undefined) query = query.where('order_id', '=', filter.orderId)
  if (filter.state !== undefined) query = query.where('state', '=', filter.state)
  if (filter.readBy !== undefined) query = query.where(ofSites(filter.readBy))
  if (filter.type !== undefined) query = query.where('order_type', '=', filter.type)
  if (filter.chargingMode !== undefined) {
    query = query.where('charging_mode', '=', filter.chargingMode)
  }
  if (filter.productId !== undefined) query = query.where('product_id', '=', filter.productId)
  if (filter.delivery !== undefined) query = query.where(withDelivery(filter.delivery, filter.test))
  // As the index of test orders has it, whose condition is not a parameter.
  if (filter.test !== undefined) {
    query = query.where(isTest(filter.test))
  }
  if (filter.from !== undefined) {
    // It changed no earlier: the order by change is not searched from its other end.
    query = query.where('created_at', '>=', filter.from).where('updated_at', '>=', filter.from)
  }
  if (filter.to !== undefined) query = query.where('created_at', '<', filter.to)
  return query
}

function ofSites({ sites, is }: NonNullable<OrderFilter['readBy']>) {
  // Postgres takes any index to be one of the rows of no site, and reads it whole.
  if (sites.length === 0) return sql<boolean>`${sql.lit(!is)}`
  const isOfOne = sql<boolean>`site = any(${sites})`
  return is ? isOfOne : sql<boolean>`not ${isOfOne}`
}

function keyset({ after, sort }: OrderPage, time: Time) {
  if (after === undefined) return sql<boolean>`true`
  const { key } = after
  const comparison = sql.raw(directionOf(sort) === 'desc' ? '<' : '>')
  return sql<boolean>`(${sql.ref(time)}, order_id, order_line_id, site, test_address)
    ${comparison} (${after.time}::timestamptz, ${key.orderId}, ${key.orderLineId}, ${key.site}, ${key.testAddress})`
}

import { type OrderFilter, findOrderRow, listOrderRows } from '../db/order/list-orders.ts'
import type { OrderRow } from '../db/order/orders.ts'
import { type Position, isByUpdate, pageOf } from '../db/page.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import type { FetchOrder } from '../calls/handler.ts'
import type { Services } from '../calls/services.ts'
import { readOrder, saveFailure } from '../calls/read-order.ts'
import type { ManagementHandler, ManagementServices } from './context.ts'
import { badCursor, nextCursor, pageFrom } from './cursor.ts'
import { unknownOrder } from './not-found.ts'
import { type OrderAndUses, toldByCall, viewOrderDetail, withUses } from './order-detail-view.ts'
import { keyOfRow, orderResourceId, readOrderResourceId } from '../db/order/order-resource-id.ts'
import { Problem } from './problem.ts'

/** Orders of all addresses, test and real, those that were only notified too, the newest first. */
export const listOrders: ManagementHandler<'listOrders'> = async ({ query }, { services }) => {
  const asked = pageFrom('orders', query)
  const { limit, after, sort } = asked
  const { from = '', to = '', state, ...others } = query
  const filter = {
    ...others,
    ...stateFilter(state, services),
    from: parseDateTime(from),
    to: parseDateTime(to),
  }
  const page = { ...asked, limit: limit + 1, after: after && positionOf(after) }
  const found = pageOf(await listOrderRows(services.db, filter, page), limit, (row) => [
    (isByUpdate(sort) ? row.updated_at : row.created_at).toISOString(),
    orderResourceId(keyOfRow(row)),
  ])
  const orders = await withUses(found.items, services)
  return {
    items: orders.map((order) => viewOrderDetail(order, services)),
    nextCursor: nextCursor('orders', found, query),
  }
}

/** One order line. */
export const getOrder: ManagementHandler<'getOrder'> = ({ path }, { services }) =>
  viewOrder(path.id, services)

/** The order line of an id, as it is now. Throws Problem 404. */
export async function viewOrder(id: string, services: ManagementServices) {
  return viewOrderDetail(await orderOf(id, services), services)
}

/**
 * Asks the store for an order again. Throws Problem 409 where the store cannot be asked, and 502 when
 * it does not give the order.
 */
export const refreshOrder: ManagementHandler<'refreshOrder'> = async ({ path }, { services }) => {
  const order = await orderOf(path.id, services)
  const store = services.stores.of(order.row.site)
  if (store === undefined) throw ordersAreOff(order.row)
  if (order.row.test_address !== '' || toldByCall(order)) throw notAskedFor(order.row)
  const job = jobOf(order)
  const failure = await readOrder(job, store, services)
  if (failure !== undefined) {
    if (failure.kind === 'refused') await saveFailure(job, failure, services)
    throw storeFailed(order.row, failure)
  }
  return viewOrder(path.id, services)
}

// A row that waits is off where nobody reads the orders of its site.
function stateFilter(
  state: OrderRow['state'] | 'off' | undefined,
  { stores }: Services,
): Pick<OrderFilter, 'state' | 'readBy'> {
  if (state !== 'off' && state !== 'waiting') return { state, readBy: undefined }
  const sites = stores.all.map(({ site }) => site)
  return { state: 'waiting', readBy: { sites, is: state === 'waiting' } }
}

function positionOf([time, id]: Position) {
  const key = readOrderResourceId(id)
  if (key === undefined) throw badCursor()
  return { time, key }
}

async function orderOf(id: string, services: Services): Promise<OrderAndUses> {
  const key = readOrderResourceId(id)
  const row = key && (await findOrderRow(services.db, key))
  const [order] = row === undefined ? [] : await withUses([row], services)
  if (order === undefined) throw unknownOrder(id)
  return order
}

// The instance that it completes: the one that it bought, else the one that it changed last.
function jobOf({ row, bought: [bought], applied: [applied] }: OrderAndUses): FetchOrder {
  return {
    site: row.site,
    address: row.address,
    test: false,
    orderId: row.order_id,
    orderLineId: row.order_line_id,
    instanceId: bought?.instanceId ?? applied?.instanceId ?? null,
    callNamedProduct: false,
  }
}

function ordersAreOff({ site }: OrderRow): Problem {
  return new Problem(
    409,
    `Orders of site ${site} are not read, because KOOGATE_STORE_AK and KOOGATE_STORE_SK are not set for it.`,
  )
}

function notAskedFor({ order_id }: OrderRow): Problem {
  return new Problem(409, `The store is not asked for order ${order_id}: its call told all of it.`)
}

function storeFailed({ order_id }: OrderRow, failure: { code: string; message: string }): Problem {
  const { code, message } = failure
  return new Problem(502, `The store did not give order ${order_id} (${code}, ${message}).`)
}

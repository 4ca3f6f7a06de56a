import type { ManagementSchemas } from '../contract/index.ts'
import type { OrderAt, OrderRow } from '../db/order/orders.ts'
import type { Reader } from '../domain/show.ts'
import { orderMembers } from '../events/order-members.ts'
import { viewBuyer, viewExtendParams } from '../events/sale-view.ts'
import type { ManagementServices } from './context.ts'

type Order = ManagementSchemas['Order']

/** Who reads an order, and of what. */
export type OrderReader = Reader & Pick<ManagementServices, 'vault' | 'stores'>

/** An order line as it is shown to its reader; without a row it is still to be fetched. */
export function viewOrder(order: OrderAt, row: OrderRow | undefined, reader: OrderReader): Order {
  const { vault, stores } = reader
  const { orderId, orderLineId, site, test } = order
  const isAskedFor = stores.of(site) !== undefined && !test
  const state = row?.state ?? 'waiting'
  return {
    orderId,
    orderLineId,
    state: state === 'waiting' && !isAskedFor ? 'off' : state,
    ...orderMembers(row),
    buyer: row?.buyer ? viewBuyer(parsed(vault.decrypt(row.buyer)), reader) : null,
    extendParams: row?.extend_params
      ? viewExtendParams(parsed(vault.decrypt(row.extend_params)) as unknown[], reader)
      : [],
  }
}

function parsed(json: Buffer): unknown {
  return JSON.parse(json.toString())
}

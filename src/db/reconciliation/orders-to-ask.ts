import { sql } from 'kysely'
import { testOrderPrefix } from '../../domain/reconciliation/test-order.ts'
import type { Database } from '../database.ts'
import type { ReconciliationRow } from './reconciliations.ts'

/** Which orders a reconciliation goes through, behind the last one that it has looked at. */
export interface OrdersToAsk {
  readonly reconciliation: Pick<ReconciliationRow, 'site' | 'since' | 'order_ids' | 'after'>
  /** The production addresses of the site: calls are kept by them. */
  readonly addresses: readonly string[]
  /** Calls that came before are not looked at. */
  readonly callsSince: Date
  readonly limit: number
}

/**
 * The ids of the next orders: those that are kept, those that bought what lives, and those that only a refused call has named. Each part goes by an index that begins with the order.
 */
export async function ordersToAsk(db: Database, asked: OrdersToAsk): Promise<string[]> {
  const { reconciliation, limit } = asked
  const { order_ids } = reconciliation
  const { rows } = await sql<{ order_id: string }>`
    select order_id from (${order_ids === null ? known(asked) : given(order_ids)}) as orders
    where ${isToAsk(reconciliation)}
    group by order_id order by order_id limit ${limit}`.execute(db)
  return rows.map((row) => row.order_id)
}

function isToAsk({ after }: Pick<ReconciliationRow, 'after'>) {
  return sql`order_id > ${after} and order_id not like ${`${testOrderPrefix}%`}`
}

function given(orderIds: readonly string[]) {
  return sql`select order_id from json_array_elements_text(${JSON.stringify(orderIds)}) as order_id`
}

function known({ reconciliation, addresses, callsSince, limit }: OrdersToAsk) {
  const { site } = reconciliation
  // Without it, nothing is too old.
  const since = reconciliation.since ?? new Date(0)
  const isNext = isToAsk(reconciliation)
  const first = sql`group by order_id order by order_id limit ${limit}`
  return sql`
    (select order_id from order_lines
    where ${isNext} and site = ${site} and test_address = '' and order_line_id <> ''
      and created_at >= ${since} ${first})
    union all (select order_id from sold_instances
    where ${isNext} and site = ${site} and not test and phase <> 'released'
      and family in ('saas-v2', 'license-a') and updated_at >= ${since} ${first})
    union all (select order_id from messages
    where ${isNext} and address = any(${addresses}) and verified and not test
      and result_code not in ('000000', '000004') and family in ('saas-v2', 'license-a')
      and received_at >= ${callsSince} and received_at >= ${since} ${first})`
}

import { sql } from 'kysely'
import { defaultSite } from '../../domain/scope.ts'
import type { Database } from '../database.ts'
import { fetchOrderQueue } from '../job/jobs.ts'
import type { AskTable } from './ask-tables.ts'

/** The order that an ask waits for. */
export type AwaitedOrder = Pick<AskTable, 'site' | 'order_id' | 'order_line_id'>

/** When an order is taken for one that nobody will read. */
export interface OrderlessQuery {
  /** What waits, and jobs that are due, since before then. */
  readonly before: Date
  /** The sites whose orders this process reads. */
  readonly readSites: readonly string[]
  /** How the error of a job begins that lacks the credentials of its site, which follows. */
  readonly noCredentials: string
  readonly limit: number
}

/**
 * The orders that asks wait for in vain: the job that was to read them is gone or given up, or nobody works
 * on it, for lack of credentials.
 */
export async function findOrderlessAsks(
  db: Database,
  query: OrderlessQuery,
): Promise<AwaitedOrder[]> {
  const { before, readSites, noCredentials, limit } = query
  const { rows } = await sql<AwaitedOrder>`
    select distinct site, order_id, order_line_id from asks
    where attempt = 0 and next_at is null and state in ('order', 'overdue') and created_at <= ${before}
      and not exists (select from jobs
        where queue = ${fetchOrderQueue} and next_at < 'infinity'
          and data ->> 'orderId' = asks.order_id and data ->> 'orderLineId' = asks.order_line_id
          and coalesce(data ->> 'site', ${defaultSite}) = asks.site
          and (asks.site = any(${readSites})
            or (next_at > ${before} and last_error is distinct from ${noCredentials} || asks.site)))
    limit ${limit}`.execute(db)
  return rows
}

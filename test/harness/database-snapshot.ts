import { sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'

export interface OrderLine {
  readonly orderId: string
  readonly orderLineId: string
}

/** The rows that one order line left behind, of test and real calls alike. */
export interface DatabaseSnapshot {
  readonly instances: readonly { readonly id: string; readonly test: boolean }[]
  /** Of calls that bought nothing: a purchase is told from its repeat by the instance's own key. */
  readonly claims: number
  /** Types of the events that name the order, oldest first. */
  readonly events: readonly string[]
  /** Jobs that fetch the order. */
  readonly jobs: number
}

export async function snapshotOf(
  db: Database,
  { orderId, orderLineId }: OrderLine,
): Promise<DatabaseSnapshot> {
  const instances = await sql<{ id: string; test: boolean }>`
    select instance_id as id, test from instances
    where order_id = ${orderId} and order_line_id = ${orderLineId} order by test`.execute(db)
  const events = await sql<{ type: string }>`
    select type from events where order_id = ${orderId} order by at, id`.execute(db)
  const { rows: counted } = await sql<{ claims: number; jobs: number }>`
    select
      (select count(*) from claims where claim_key like ${`%"${orderLineId}"%`}) as claims,
      (select count(*) from jobs
       where queue = 'fetch-order' and data->>'orderLineId' = ${orderLineId}) as jobs`.execute(db)
  const { claims = -1, jobs = -1 } = counted[0] ?? {}
  return {
    instances: instances.rows,
    claims,
    events: events.rows.map(({ type }) => type),
    jobs,
  }
}

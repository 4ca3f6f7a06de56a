import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** A kept call, and when the store's attempts of it are over. */
export interface RefundAsked {
  readonly site: string
  readonly orderId: string
  readonly activity: string
  /** Its attempts are over where the first of them came by then. */
  readonly firstBy: Date
}

/**
 * Counts the calls whose order the store may have refunded: its attempts are over, or the order was read
 * as an unsubscription (退订).
 */
export async function countMayBeRefunded(
  db: Database,
  asked: readonly RefundAsked[],
): Promise<number> {
  if (asked.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as asked (site text, "orderId" text, activity text, "firstBy" timestamptz)
    where exists (select from messages m
        where m.order_id = asked."orderId" and m.received_at <= asked."firstBy"
          and m.activity = asked.activity and m.verified and not m.test)
      or exists (select from order_lines o
        where o.order_id = asked."orderId" and o.site = asked.site and o.test_address = ''
          and o.order_type = 'UNSUBSCRIBE')`.execute(db)
  return rows[0]?.count ?? 0
}

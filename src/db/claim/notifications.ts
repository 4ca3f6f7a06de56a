import type { Database } from '../database.ts'

/** When an order notification came for an order line. */
export interface Notification {
  readonly site: string
  readonly testAddress: string
  readonly orderId: string
  readonly orderLineId: string
  readonly at: Date
}

/** The notifications of these order lines. */
export async function listNotifications(
  db: Database,
  lines: readonly { readonly order_id: string; readonly order_line_id: string }[],
): Promise<Notification[]> {
  const keys = lines.map(({ order_id, order_line_id }) => JSON.stringify([order_id, order_line_id]))
  const rows = await db
    .selectFrom('claims')
    .select(['site', 'test_address', 'claim_key', 'claimed_at'])
    .where('activity', '=', 'orderNotify')
    .where((where) => where('claim_key', '=', where.fn.any(where.val(keys))))
    .execute()
  return rows.map((row) => {
    const [orderId = '', orderLineId = ''] = JSON.parse(row.claim_key) as string[]
    return {
      site: row.site,
      testAddress: row.test_address,
      orderId,
      orderLineId,
      at: row.claimed_at,
    }
  })
}

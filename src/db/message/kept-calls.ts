import type { Database } from '../database.ts'
import type { MessageRow } from './messages.ts'

const mostCalls = 200

/** The real calls about an order that came to some addresses, the newest first. */
export function listCallsOf(
  db: Database,
  orderId: string,
  addresses: readonly string[],
): Promise<MessageRow[]> {
  return db
    .selectFrom('messages')
    .selectAll()
    .where('order_id', '=', orderId)
    .where((where) => where('address', '=', where.fn.any(where.val(addresses))))
    .where('verified', '=', true)
    .where('test', '=', false)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostCalls)
    .execute()
}

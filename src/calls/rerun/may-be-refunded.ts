import { durationMs } from '../../contract/retry.ts'
import { knownRetries } from '../../contract/store-retries.ts'
import type { ShortMessage } from '../../db/message/short-messages.ts'
import { type RefundAsked, countMayBeRefunded } from '../../db/rerun/refunded.ts'
import type { Judging } from './judge-reruns.ts'

/** How many of some kept calls are of orders that the store may have refunded by now. */
export function mayBeRefunded(
  rows: readonly Pick<ShortMessage, 'operation' | 'activity' | 'order_id' | 'address'>[],
  { db, addresses }: Judging,
  now: Date,
): Promise<number> {
  const asked = rows.flatMap(({ operation, activity, order_id, address }): RefundAsked[] => {
    const windowMs = refundWindowMs(`${operation} ${activity ?? ''}`)
    if (windowMs === undefined || activity === null || order_id === null) return []
    const site = addresses.get(address)?.site ?? ''
    return [{ site, orderId: order_id, activity, firstBy: new Date(now.getTime() - windowMs) }]
  })
  return countMayBeRefunded(db, asked)
}

// For how long the store tries before it refunds; where the documents disagree the shorter one, for then
// it may be so.
function refundWindowMs(call: string): number | undefined {
  const { for: window, then } = knownRetries().get(call) ?? {}
  if (then !== 'refund' || window === undefined) return undefined
  return durationMs(typeof window === 'string' ? window : window[0])
}

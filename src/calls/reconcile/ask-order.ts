import type { OrderInfo } from '../../store-api/order.ts'
import type { Services } from '../services.ts'

/** What the store answers for an order; with `raw` the whole of it as it was sent. */
export type AskedOrder =
  | { readonly ok: true; readonly order: OrderInfo; readonly raw: unknown }
  | UngivenOrder

/**
 * Why the store did not give an order. `refused`: this one, whenever it is asked for. `access`: because of
 * our access keys or our clock; `later`: it is away, or said something unknown. These two say nothing of
 * the order.
 */
export interface UngivenOrder {
  readonly ok: false
  readonly kind: 'access' | 'refused' | 'later'
  readonly code: string
  readonly message: string
  readonly pauseMs?: number | undefined
}

/** Asks the store for an order with all of its lines. */
export async function askOrder(
  orderId: string,
  site: string,
  { orderQuery }: Pick<Services, 'orderQuery'>,
  signal?: AbortSignal,
): Promise<AskedOrder> {
  if (orderQuery?.site !== site) return noCredentials(site)
  const answer = await orderQuery.queryOrder({ orderId }, signal)
  if (answer.ok) return answer
  const { retry, code, message, pauseMs } = answer
  const kind = isOurFault(code) ? 'access' : retry ? 'later' : 'refused'
  return { ok: false, kind, code, message, pauseMs }
}

function noCredentials(site: string): UngivenOrder {
  const message = `there are no credentials of site ${site}`
  return { ok: false, kind: 'access', code: 'no-credentials', message }
}

// 0151 no permission, 0154 authentication failed; what the gateway says is of signature and clock.
function isOurFault(code: string): boolean {
  return /^((MKT|CBC)\.)?(0151|0154)$/.test(code) || code.startsWith('APIG')
}

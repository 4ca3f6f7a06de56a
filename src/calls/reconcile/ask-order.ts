import type { StoreFailure } from '../../store-api/store-client.ts'
import type { StoreAnswers } from '../../store-api/store-operations.ts'
import type { Services } from '../services.ts'

/** What the store answers for an order; with `raw` the whole of it as it was sent. */
export type AskedOrder = ({ readonly ok: true } & StoreAnswers['queryOrder']) | UngivenOrder

/** Why the store did not give an order; only `refused` says something of the order. */
export type UngivenOrder = Pick<StoreFailure, 'ok' | 'kind' | 'code' | 'message' | 'pauseMs'>

/** Asks the store for an order with all of its lines. */
export async function askOrder(
  orderId: string,
  site: string,
  { stores }: Pick<Services, 'stores'>,
  signal?: AbortSignal,
): Promise<AskedOrder> {
  const result = await stores.of(site)?.call('queryOrder', { query: { orderId } }, { signal })
  if (result === undefined) return noCredentials(site)
  return result.ok ? { ok: true, ...result.answer } : result
}

function noCredentials(site: string): UngivenOrder {
  const message = `there are no credentials of site ${site}`
  return { ok: false, kind: 'access', code: 'no-credentials', message, pauseMs: undefined }
}

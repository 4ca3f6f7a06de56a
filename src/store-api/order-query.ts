import { callStoreApi, type StoreAnswer, type StoreOptions } from './call-store-api.ts'
import { readOrder, type OrderInfo } from './order.ts'
import { mayPass, outcomeOf, readResult } from './result-code.ts'

/** The store's ids of an order and, if only one line is wanted, of the line (at most 64 characters). */
export interface OrderQuery {
  readonly orderId: string
  readonly orderLineId?: string | undefined
}

/**
 * An order, with `raw` the whole `orderInfo` as it was sent; or a failure with the store's code,
 * `unreachable` if no code of the store came, `unreadable` if an order came without its mandatory
 * members. `retry` says whether a later attempt may succeed, as one after a pause always may.
 */
export type OrderAnswer =
  | { readonly ok: true; readonly order: OrderInfo; readonly raw: unknown }
  | {
      readonly ok: false
      readonly retry: boolean
      readonly code: string
      readonly message: string
      /** How long the store wants no further call, if it says so. */
      readonly pauseMs?: number | undefined
    }

/** The client of the store's open APIs. */
export interface StoreClient {
  /** @param signal breaks the query off: its promise rejects. */
  readonly queryOrder: (query: OrderQuery, signal?: AbortSignal) => Promise<OrderAnswer>
}

const orderQueryPath = '/api/mkp-openapi-public/global/v1/order/query'

/** Makes a client; it keeps no state between calls. */
export function createStoreClient(options: StoreOptions): StoreClient {
  return { queryOrder: (query, signal) => queryOrder(options, query, signal) }
}

/** Reads an order (查询订单). Throws for nothing that the network or the store do. */
async function queryOrder(
  options: StoreOptions,
  query: OrderQuery,
  signal: AbortSignal | undefined,
): Promise<OrderAnswer> {
  const { orderId, orderLineId } = query
  const line = orderLineId === undefined ? [] : [['orderLineId', orderLineId] as const]
  const answer = await callStoreApi(options, {
    method: 'GET',
    path: orderQueryPath,
    parameters: [['orderId', orderId], ...line],
    signal,
  })
  if (!answer.reached) return failure(true, 'unreachable', answer.message)
  const { pauseMs } = answer
  const told = answerOf(answer)
  return told.ok || pauseMs === undefined ? told : { ...told, retry: true, pauseMs }
}

function answerOf({ status, body }: StoreAnswer): OrderAnswer {
  const result = readResult(body)
  if (result === undefined) return withoutCode(status)
  const outcome = outcomeOf(result.code, status)
  if (outcome !== 'done') return failure(outcome === 'retry', result.code, result.message)
  return orderOf(body)
}

// Something in front of the store answered. A page with HTTP 200 passes too, a 403 or 404 does not.
function withoutCode(status: number): OrderAnswer {
  const retry = status < 400 || mayPass(status)
  return failure(retry, 'unreachable', `HTTP ${status} without a result code`)
}

// An order may be read before the store has it complete: asked again later.
function orderOf(body: unknown): OrderAnswer {
  const raw = typeof body === 'object' && body !== null && 'orderInfo' in body ? body.orderInfo : {}
  const reading = readOrder(raw)
  if (reading.ok) return { ok: true, order: reading.order, raw }
  return failure(true, 'unreadable', `missing or malformed: ${reading.faults}`)
}

function failure(retry: boolean, code: string, message: string): OrderAnswer {
  return { ok: false, retry, code, message }
}

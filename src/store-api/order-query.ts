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
 * members. `retry` says whether a later attempt may succeed.
 */
export type OrderAnswer =
  | { readonly ok: true; readonly order: OrderInfo; readonly raw: unknown }
  | {
      readonly ok: false
      readonly retry: boolean
      readonly code: string
      readonly message: string
    }

/** The client of the store's open APIs. */
export interface StoreClient {
  readonly queryOrder: (query: OrderQuery) => Promise<OrderAnswer>
}

const orderQueryPath = '/api/mkp-openapi-public/global/v1/order/query'

/** Makes a client; it keeps no state between calls. */
export function createStoreClient(options: StoreOptions): StoreClient {
  return { queryOrder: (query) => queryOrder(options, query) }
}

/** Reads an order (查询订单). Never throws for what the network or the store do. */
async function queryOrder(options: StoreOptions, query: OrderQuery): Promise<OrderAnswer> {
  const { orderId, orderLineId } = query
  const line = orderLineId === undefined ? [] : [['orderLineId', orderLineId] as const]
  const answer = await callStoreApi(options, {
    method: 'GET',
    path: orderQueryPath,
    parameters: [['orderId', orderId], ...line],
  })
  return answer.reached ? answerOf(answer) : failure(true, 'unreachable', answer.message)
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

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { lengths, type StoreSchemas } from '../../contract/index.ts'
import { verifyStoreRequest, type StoreRequest } from '../../crypto/ak-sk-signature.ts'
import {
  validateUpload,
  readUpload,
  type ReceivedUpload,
  uploadAnswer,
  type UploadCode,
  type UploadParts,
  uploadedEvent,
} from './event-files.ts'
import { closeServer, listenOnLoopback, readRequest, sendJson } from './loopback-http.ts'
import { type UsageLedger, createUsageLedger, isUsage } from './usage-ledger.ts'
import { mockOrder } from '../products/mock-orders.ts'
import { refusal, type StoreCode, type WireAnswer } from './store-refusal.ts'

type OrderInfo = StoreSchemas['OrderInfo']

const orderQueryPath = '/api/mkp-openapi-public/global/v1/order/query'

/** The one key pair that the store knows; `port` defaults to a free one, `now` to the present. */
export interface OrderStoreOptions {
  readonly accessKey: string
  readonly secretKey: string
  readonly port?: number
  readonly now?: () => Date
  /**
   * The host (with its port) that callers sign, where a proxy stands before the store and sends one of
   * its own; the one that arrives by default.
   */
  readonly signedHost?: string
}

/** A failure to play: a code, a connection that is reset, or an answer that never comes. */
export type StoreFault = StoreCode | 'refuse' | 'hang'
export type UploadFault = UploadCode | 'refuse' | 'hang'

/** A query that arrived, and the code or fault that it was answered with. */
export interface ReceivedQuery {
  readonly orderId: string | undefined
  readonly orderLineId: string | undefined
  readonly at: Date
  readonly answer: string
}

/** The store's open APIs on the loopback. */
export interface OrderStore {
  readonly url: URL
  readonly orders: {
    /** Makes an order known, as if a buyer had just placed it; replaces the one with its id. */
    readonly add: (order: OrderInfo) => void
    readonly find: (orderId: string) => OrderInfo | undefined
  }
  /** Plays the faults at the next queries of an order, one at each. */
  readonly failQueries: (orderId: string, ...faults: StoreFault[]) => void
  readonly calls: readonly ReceivedQuery[]
  /** Plays the faults at the next uploads under an event, one at each. */
  readonly failUploads: (eventId: string, ...faults: UploadFault[]) => void
  readonly uploads: readonly ReceivedUpload[]
  readonly usage: UsageLedger
  readonly close: () => Promise<void>
}

interface State {
  readonly options: OrderStoreOptions
  readonly now: () => Date
  readonly orders: Map<string, OrderInfo>
  /** By order. */
  readonly faults: Map<string, StoreFault[]>
  readonly calls: ReceivedQuery[]
  /** By event. */
  readonly uploadFaults: Map<string, UploadFault[]>
  readonly uploads: ReceivedUpload[]
  readonly usage: UsageLedger
}

/**
 * Starts the simulator's store: order query with the AK/SK signature verified, the fixed mock
 * orders, the orders that were added, and `MKT.0150` for any other; the upload of licenses; and the
 * pushes of usage.
 */
export async function startOrderStore(options: OrderStoreOptions): Promise<OrderStore> {
  const now = options.now ?? (() => new Date())
  const state: State = {
    options,
    now,
    orders: new Map(),
    faults: new Map(),
    calls: [],
    uploadFaults: new Map(),
    uploads: [],
    usage: createUsageLedger(now),
  }
  const server = createServer((request, response) => {
    serve(state, request, response).catch(() => response.destroy())
  })
  return {
    url: await listenOnLoopback(server, options.port ?? 0),
    orders: {
      add: (order) => void state.orders.set(order.orderId, order),
      find: (orderId) => state.orders.get(orderId),
    },
    failQueries: (orderId, ...faults) => void state.faults.set(orderId, faults),
    calls: state.calls,
    failUploads: (eventId, ...faults) => void state.uploadFaults.set(eventId, faults),
    uploads: state.uploads,
    usage: state.usage,
    close: () => closeServer(server),
  }
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse) {
  const exchange = { request, response }
  const call = await readRequest(request)
  const eventId = call && uploadedEvent(call)
  if (call !== undefined && eventId !== undefined) {
    receiveUpload(state, call, eventId, exchange)
    return
  }
  if (call !== undefined && isUsage(call)) {
    receiveUsage(state, call, exchange)
    return
  }
  if (call?.method !== 'GET' || call.url.pathname !== orderQueryPath) {
    sendJson(response, refusal('APIGW.0101', 'The API does not exist or is not published'))
    return
  }
  reply(exchange, {
    fault: state.faults.get(call.url.searchParams.get('orderId') ?? '')?.shift(),
    note: (answer) => remember(state, call, answer),
    answerOf: (code) =>
      unauthenticated(state, call) ?? (code ? refusal(code) : query(state, call.url)),
  })
}

function receiveUsage(state: State, call: StoreRequest, { request, response }: Exchange): void {
  const answer = unauthenticated(state, call) ?? state.usage.serve(call)
  if (answer === 'refuse') request.socket.resetAndDestroy()
  else if (answer !== undefined && answer !== 'hang') sendJson(response, answer)
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

function receiveUpload(state: State, call: StoreRequest, eventId: string, exchange: Exchange) {
  const parts = readUpload(eventId, call)
  reply(exchange, {
    fault: state.uploadFaults.get(eventId)?.shift(),
    note: (answer) => rememberUpload(state, parts ?? { eventId, description: {} }, answer),
    answerOf: (code) =>
      unauthenticated(state, call) ?? (code ? uploadAnswer(code) : validateUpload(parts)),
  })
}

interface Reply<Code> {
  readonly fault: Code | 'refuse' | 'hang' | undefined
  readonly note: (answer: string) => void
  /** The answer with the code of a fault, or the right one. */
  readonly answerOf: (code: Code | undefined) => WireAnswer
}

function reply<Code extends string>(
  { request, response }: Exchange,
  { fault, note, answerOf }: Reply<Code>,
): void {
  if (fault === 'refuse' || fault === 'hang') {
    note(fault)
    if (fault === 'refuse') request.socket.resetAndDestroy()
    return
  }
  const answer = answerOf(fault)
  note(String(answer.body.resultCode ?? answer.body.error_code))
  sendJson(response, answer)
}

function rememberUpload(state: State, parts: UploadParts, answer: string): void {
  state.uploads.push({ ...parts, at: state.now(), answer })
}

function unauthenticated(state: State, call: StoreRequest): WireAnswer | undefined {
  const { accessKey, secretKey, signedHost } = state.options
  const headers = { ...call.headers, ...(signedHost !== undefined && { host: signedHost }) }
  const verdict = verifyStoreRequest({ ...call, headers, now: state.now() }, (claimed) =>
    claimed === accessKey ? secretKey : undefined,
  )
  if (verdict.verified) return undefined
  return refusal('APIGW.0301', `Incorrect IAM authentication information: ${verdict.reason}`)
}

function query(state: State, { searchParams }: URL): WireAnswer {
  const { orderId, orderLineId, ...unknown } = Object.fromEntries(searchParams)
  const [unknownName] = Object.keys(unknown)
  if (unknownName !== undefined) return refusal('MKT.0101', `${unknownName} is unknown`)
  if (orderId === undefined) return refusal('MKT.0101', 'orderId is missing')
  if (orderId.length > lengths.orderId || (orderLineId ?? '').length > lengths.orderLineId)
    return refusal('MKT.0100', 'an id is too long')
  const order = state.orders.get(orderId) ?? mockOrder(orderId, state.now())
  const lines = order?.orderLine.filter(
    (line) => orderLineId === undefined || line.orderLineId === orderLineId,
  )
  if (order === undefined || lines?.length === 0) return refusal('MKT.0150')
  const orderInfo = { ...order, orderLine: lines }
  return { status: 200, body: { resultCode: 'MKT.0000', resultMsg: 'Success', orderInfo } }
}

function remember(state: State, { url }: StoreRequest, answer: string): void {
  state.calls.push({
    orderId: url.searchParams.get('orderId') ?? undefined,
    orderLineId: url.searchParams.get('orderLineId') ?? undefined,
    at: state.now(),
    answer,
  })
}

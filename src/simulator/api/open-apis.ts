import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StoreSchemas } from '../../contract/index.ts'
import type { StoreRequest } from '../../crypto/ak-sk-signature.ts'
import {
  validateUpload,
  readUpload,
  type ReceivedUpload,
  uploadAnswer,
  type UploadCode,
  type UploadParts,
  uploadedEvent,
} from './event-files.ts'
import type { CodeBook } from './code-book.ts'
import { type CodeDesk, type CodeFault, createCodeDesk } from './license-codes.ts'
import { type UsageLedger, createUsageLedger, isUsage } from './usage-ledger.ts'
import { type ReceivedRequest, readRequest, sendJson } from './loopback-http.ts'
import { orderQueryPath, queryOrder } from './order-query.ts'
import { type Exchange, reply } from './reply.ts'
import { refusal, type StoreCode, type WireAnswer } from './store-refusal.ts'
import { signatureFault } from './verify-signature.ts'
import { type Weather, weather } from './weather.ts'

type OrderInfo = StoreSchemas['OrderInfo']

/** The key pair that a seller signs with in the open APIs. */
export interface OpenApiCredentials {
  readonly accessKey: string
  readonly secretKey: string
}

/** The one key pair that the store knows; `now` defaults to the present. */
export interface OpenApisOptions extends OpenApiCredentials {
  readonly now?: () => Date
  /**
   * The host (with its port) that callers sign, where a proxy stands before the store and sends one of
   * its own; the one that arrives by default.
   */
  readonly signedHost?: string
  /** Where what was sold is kept, beside what is made known here. */
  readonly sold?: SoldThings
}

/** What the open APIs ask of a store that keeps its own accounts. */
export interface SoldThings {
  readonly findOrder: (orderId: string) => OrderInfo | undefined
  readonly codes: CodeBook
  /** Takes an upload that is well formed; returns a code that refuses it. */
  readonly receiveUpload: (upload: UploadParts) => Promise<UploadCode | undefined>
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

/** The store's open APIs, wherever they are listened for. */
export interface OpenApis {
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
  /** The codes of License 2.0 that it has sold, and the calls about them. */
  readonly codes: CodeDesk
  readonly usage: UsageLedger
  /** Behaves so to every call from now on; without a kind as a store should. */
  readonly turn: (weather: Weather | undefined) => void
  /** Takes another key pair than before, as after a change in the console. */
  readonly changeKeys: (keys: OpenApiCredentials) => void
  /** Writes a `Date` that differs from its clock by so much. */
  readonly shiftDate: (ms: number) => void
  /** How many requests came, whatever became of them. */
  readonly requests: () => number
  /** Answers one request, whatever its path. */
  readonly serve: (request: IncomingMessage, response: ServerResponse) => void
}

interface State {
  readonly options: OpenApisOptions
  keys: OpenApiCredentials
  weather: Weather | undefined
  dateShiftMs: number
  requests: number
  readonly now: () => Date
  readonly orders: Map<string, OrderInfo>
  /** By order. */
  readonly faults: Map<string, StoreFault[]>
  readonly calls: ReceivedQuery[]
  /** By event. */
  readonly uploadFaults: Map<string, UploadFault[]>
  readonly uploads: ReceivedUpload[]
  readonly codes: CodeDesk
  readonly usage: UsageLedger
}

/**
 * Opens the store's open APIs: order query with the AK/SK signature verified, the fixed mock
 * orders, the orders that were added, and `MKT.0150` for any other; the upload of licenses; and the
 * codes of License 2.0, and pushes of usage.
 */
export function createOpenApis(options: OpenApisOptions): OpenApis {
  const now = options.now ?? (() => new Date())
  const state: State = {
    options,
    keys: options,
    weather: undefined,
    dateShiftMs: 0,
    requests: 0,
    now,
    orders: new Map(),
    faults: new Map(),
    calls: [],
    uploadFaults: new Map(),
    uploads: [],
    codes: createCodeDesk(now, options.sold?.codes),
    usage: createUsageLedger(now),
  }
  return {
    orders: {
      add: (order) => void state.orders.set(order.orderId, order),
      find: (orderId) => state.orders.get(orderId),
    },
    failQueries: (orderId, ...faults) => void state.faults.set(orderId, faults),
    calls: state.calls,
    failUploads: (eventId, ...faults) => void state.uploadFaults.set(eventId, faults),
    uploads: state.uploads,
    codes: state.codes,
    usage: state.usage,
    turn: (kind) => void (state.weather = kind),
    changeKeys: (keys) => void (state.keys = keys),
    shiftDate: (ms) => void (state.dateShiftMs = ms),
    requests: () => state.requests,
    serve(request, response) {
      serve(state, request, response).catch(() => response.destroy())
    },
  }
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse) {
  const exchange = { request, response }
  state.requests += 1
  response.sendDate = false
  response.setHeader('date', new Date(state.now().getTime() + state.dateShiftMs).toUTCString())
  const call = await readRequest(request)
  if (!(await weather(state.weather, request, response))) return
  const eventId = call && uploadedEvent(call)
  if (call !== undefined && eventId !== undefined) {
    await receiveUpload(state, call, eventId, exchange)
    return
  }
  const codes = call && state.codes.desk(call)
  if (call !== undefined && codes !== undefined) {
    const answerOf = (code: CodeFault | undefined) =>
      unauthenticated(state, call) ?? codes.answerOf(code)
    await reply(exchange, { ...codes, answerOf })
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
  await reply(exchange, {
    fault: state.faults.get(call.url.searchParams.get('orderId') ?? '')?.shift(),
    note: (answer) => remember(state, call, answer),
    answerOf: (code) =>
      unauthenticated(state, call) ??
      (code ? refusal(code) : queryOrder(call.url, (id) => findOrder(state, id), state.now())),
  })
}

function receiveUsage(state: State, call: ReceivedRequest, { request, response }: Exchange): void {
  const answer = unauthenticated(state, call) ?? state.usage.serve(call)
  if (answer === 'refuse') request.socket.resetAndDestroy()
  else if (answer !== undefined && answer !== 'hang') sendJson(response, answer)
}

async function receiveUpload(
  state: State,
  call: ReceivedRequest,
  eventId: string,
  exchange: Exchange,
) {
  const parts = readUpload(eventId, call)
  await reply(exchange, {
    fault: state.uploadFaults.get(eventId)?.shift(),
    note: (answer) => rememberUpload(state, parts ?? { eventId, description: {} }, answer),
    answerOf: (code) =>
      unauthenticated(state, call) ?? (code ? uploadAnswer(code) : takeUpload(state, parts)),
  })
}

async function takeUpload({ options }: State, parts: UploadParts | undefined) {
  const answer = validateUpload(parts)
  if (parts === undefined || answer.status !== 200) return answer
  const refused = await options.sold?.receiveUpload(parts)
  return refused === undefined ? answer : uploadAnswer(refused)
}

function rememberUpload(state: State, parts: UploadParts, answer: string): void {
  state.uploads.push({ ...parts, at: state.now(), answer })
}

function unauthenticated(state: State, call: ReceivedRequest): WireAnswer | undefined {
  const { signedHost } = state.options
  const { accessKey, secretKey } = state.keys
  const headers = { ...call.headers, ...(signedHost !== undefined && { host: signedHost }) }
  const secretOf = (claimed: string) => (claimed === accessKey ? secretKey : undefined)
  const fault = signatureFault({ ...call, headers }, secretOf, state.now())
  if (fault === undefined) return undefined
  return refusal('APIGW.0301', `Incorrect IAM authentication information: ${fault}`)
}

function findOrder({ options, orders }: State, orderId: string): OrderInfo | undefined {
  return options.sold?.findOrder(orderId) ?? orders.get(orderId)
}

function remember(state: State, { url }: StoreRequest, answer: string): void {
  state.calls.push({
    orderId: url.searchParams.get('orderId') ?? undefined,
    orderLineId: url.searchParams.get('orderLineId') ?? undefined,
    at: state.now(),
    answer,
  })
}

import type { AccessKeys } from '../calls/access-keys.ts'
import { readAnswer, type Answer } from '../calls/answer.ts'
import { callOfBody, type AnyCall, type Generation, type StoreBody } from '../calls/calls.ts'
import type { Clock } from '../clock.ts'
import { urlOf, endpointOf, type Product } from '../calls/endpoints.ts'
import { checkAnswer, type Verdict } from '../checks/check-answer.ts'
import { repeat, type Repeated } from '../calls/repeat.ts'
import { acceptedCodes, done, type ResultCode } from '../calls/result-codes.ts'
import { pollingWindowOf, retryWindowOf, type RetryWindow } from '../calls/retry-windows.ts'
import { send, type HttpResult } from '../calls/sender.ts'
import type { SignedRequest } from '../calls/signed-request.ts'

/** One call as it was sent, what came back, and what its checks found. */
export interface Attempt {
  readonly generation: Generation
  readonly activity: string
  /** On the store's clock. */
  readonly at: Date
  readonly request: SignedRequest
  readonly http: HttpResult
  readonly answer: Answer
  readonly verdict: Verdict
}

/** A call with all its repeats. */
export type Delivery = Repeated<Attempt>

/** Whom to call: a seller's server (its origin), the name of the production address, and its keys. */
export interface CallerOptions {
  readonly sellerUrl: URL | string
  readonly address?: string
  /** Below which product the kit is called; SaaS by default. */
  readonly product?: Product
  readonly keys: AccessKeys
  readonly clock: Clock
  /** How long the store waits for an answer; 5 s by default. */
  readonly answerWithinMs?: number
}

/** How a call is made; `accepts` are the result codes to take as right, if not the usual ones. */
export interface CallOptions {
  readonly accepts?: readonly ResultCode[]
  /** A call of the debugger or the dial test: made once, and only success will do. */
  readonly test?: boolean
  /** Made again until the instance is ready. */
  readonly polling?: boolean
}

/** Makes a call of any generation, each attempt made anew, until it is done or given up. */
export type CallStore = (make: () => AnyCall, options?: CallOptions) => Promise<Delivery>

/** Makes a call of SaaS V2, License A or orders, with the body of each attempt made anew. */
export type Call = (body: () => StoreBody, options?: CallOptions) => Promise<Delivery>

/** Calls a seller's server as the store does, with its signatures, time-outs and repeats. */
export function createStoreCaller(options: CallerOptions): CallStore {
  const { clock } = options
  return (make, how = {}) =>
    repeat(
      () => attempt(make(), how, options),
      ({ verdict, answer }) => verdict.passed && !(how.polling && answer.resultCode !== done),
      { clock, window: windowOf(make(), how) },
    )
}

/** The caller of the generations whose bodies name their activity. */
export function createCaller(options: CallerOptions, product?: 'saasV2' | 'licenseA'): Call {
  const call = createStoreCaller(options)
  return (body, how) => call(() => callOfBody(body(), product), how)
}

function windowOf(call: AnyCall, { test, polling }: CallOptions): RetryWindow | undefined {
  if (test) return undefined
  return polling ? pollingWindowOf(call) : retryWindowOf(call)
}

async function attempt(call: AnyCall, how: CallOptions, options: CallerOptions) {
  const { generation, activity, members } = call
  const { sellerUrl, address = 'main', product, keys, clock, answerWithinMs: withinMs } = options
  const { keyType, sign } = endpointOf(generation)
  const key = keys[keyType]
  const target = { origin: sellerUrl, address, ...(product && { product }) }
  const request = sign(urlOf(generation, activity, target), key, members)
  const at = clock.now()
  const http = await send(request, withinMs)
  const accepts = how.accepts ?? acceptedCodes(call, how)
  const verdict = checkAnswer(http, { ...call, key, accepts, ...(withinMs && { withinMs }) })
  const answer = readAnswer(http)
  return { generation, activity, at, request, http, answer, verdict } satisfies Attempt
}

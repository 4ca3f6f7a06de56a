import type { AccessKeys } from '../calls/access-keys.ts'
import { callOfBody, type AnyCall, type StoreBody } from '../calls/calls.ts'
import type { Clock } from '../clock.ts'
import { urlOf, endpointOf, type Product } from '../calls/endpoints.ts'
import { repeat, type Repeated } from '../calls/repeat.ts'
import { done, type CallName } from '../calls/result-codes.ts'
import { pollingWindowOf, retryWindowOf, type RetryWindow } from '../calls/retry-windows.ts'
import { makeAttempt, type Attempt, type CallOptions } from './attempt.ts'

export type { Attempt, CallOptions } from './attempt.ts'

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
      (made) => isDone(made, how),
      { clock, window: windowOf(make(), how) },
    )
}

/** The caller of the generations whose bodies name their activity. */
export function createCaller(options: CallerOptions, product?: 'saasV2' | 'licenseA'): Call {
  const call = createStoreCaller(options)
  return (body, how) => call(() => callOfBody(body(), product), how)
}

/** True if nothing is to be made again: the answer is right, and what is polled is ready. */
export function isDone({ verdict, answer }: Attempt, { polling }: CallOptions): boolean {
  return verdict.passed && !(polling === true && answer.resultCode !== done)
}

/** How a call is made again, or undefined for one that is made once. */
export function windowOf(call: CallName, { test, polling }: CallOptions): RetryWindow | undefined {
  if (test) return undefined
  return polling ? pollingWindowOf(call) : retryWindowOf(call)
}

function attempt(call: AnyCall, how: CallOptions, options: CallerOptions): Promise<Attempt> {
  const { generation, activity } = call
  const { sellerUrl, address = 'main', product, keys, clock, answerWithinMs } = options
  const target = { origin: sellerUrl, address, ...(product && { product }) }
  return makeAttempt(call, how, {
    url: urlOf(generation, activity, target),
    key: keys[endpointOf(generation).keyType],
    at: clock.now(),
    answerWithinMs,
  })
}

import type { AccessKeys } from './access-keys.ts'
import { doorOf, type Activity, type StoreBody } from './activity.ts'
import { readAnswer, type Answer } from './answer.ts'
import type { Clock } from './clock.ts'
import { judge, type Verdict } from './judge.ts'
import { repeat, type Repeated } from './repeat.ts'
import { acceptedCodes, done, type ResultCode } from './result-codes.ts'
import { pollingWindow, retryWindows, type RetryWindow } from './retry-windows.ts'
import { send, signRequest, type Came, type SignedRequest } from './sender.ts'

/** One call as it was sent, what came back, and how the store judges it. */
export interface Attempt {
  readonly activity: Activity
  /** On the store's clock. */
  readonly at: Date
  readonly request: SignedRequest
  readonly came: Came
  readonly answer: Answer
  readonly verdict: Verdict
}

/** A call with all its repeats. */
export type Delivery = Repeated<Attempt>

/** Whom to call: a seller's server (its origin), the name of the production address, and its keys. */
export interface CallerOptions {
  readonly sellerUrl: URL | string
  readonly address?: string
  readonly keys: Pick<AccessKeys, 'basic' | 'order'>
  readonly clock: Clock
  /** How long the store waits for an answer; 5 s unless told. */
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

/** Makes a call, with the body of each attempt made anew, until it is done or given up. */
export type Call = (body: () => StoreBody, options?: CallOptions) => Promise<Delivery>

/** Calls a seller's server as the store does, with its signatures, its patience and its repeats. */
export function createCaller(options: CallerOptions): Call {
  const { clock } = options
  return (body, how = {}) =>
    repeat(
      () => attempt(body(), how, options),
      ({ verdict, answer }) => verdict.passed && !(how.polling && answer.resultCode !== done),
      { clock, window: windowOf(body().activity, how) },
    )
}

function windowOf(activity: Activity, { test, polling }: CallOptions): RetryWindow | undefined {
  if (test) return undefined
  return polling ? pollingWindow : retryWindows[activity]
}

async function attempt(body: StoreBody, how: CallOptions, options: CallerOptions) {
  const { activity } = body
  const { sellerUrl, address = 'main', keys, clock, answerWithinMs: withinMs } = options
  const { path, keyType } = doorOf(activity)
  const request = signRequest(new URL(`/${address}/${path}`, sellerUrl), keys[keyType], body)
  const at = clock.now()
  const came = await send(request, withinMs)
  const accepts = how.accepts ?? acceptedCodes(activity, how)
  const verdict = judge(came, { activity, accepts, ...(withinMs && { withinMs }) })
  return { activity, at, request, came, answer: readAnswer(came), verdict } satisfies Attempt
}

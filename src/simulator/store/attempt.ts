import { readAnswer, type Answer } from '../calls/answer.ts'
import type { AnyCall, Generation } from '../calls/calls.ts'
import { endpointOf } from '../calls/endpoints.ts'
import { acceptedCodes, type ResultCode } from '../calls/result-codes.ts'
import type { HttpResult } from '../calls/sender.ts'
import type { SignedRequest } from '../calls/signed-request.ts'
import { checkAnswer, type Verdict } from '../checks/check-answer.ts'
import type { RawRequest } from '../faults/raw-request.ts'
import { sendAny } from '../faults/send-raw.ts'

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

/** How a call is made; `accepts` are the result codes to take as right, if not the usual ones. */
export interface CallOptions {
  readonly accepts?: readonly ResultCode[]
  /** A call of the debugger or the dial test: made once, and only success will do. */
  readonly test?: boolean
  /** Made again until the instance is ready. */
  readonly polling?: boolean
}

/** Sends a request, and waits so long for its answer. */
export type Send = (request: SignedRequest | RawRequest, withinMs?: number) => Promise<HttpResult>

/** Where one attempt goes, and by which key it is signed. */
export interface Target {
  readonly url: URL
  readonly key: string
  readonly at: Date
  /** How long the store waits for an answer; 5 s by default. */
  readonly answerWithinMs?: number | undefined
  /** Changes the signed request, as a fault does. */
  readonly spoil?: ((request: SignedRequest) => SignedRequest | RawRequest) | undefined
  readonly send?: Send | undefined
}

/** Makes a call once: signs it now, sends it, and checks the answer as the debugger does. */
export async function makeAttempt(
  call: AnyCall,
  how: CallOptions,
  target: Target,
): Promise<Attempt> {
  const { generation, activity, members } = call
  const { url, key, at, answerWithinMs: withinMs, spoil, send = sendAny } = target
  const request = endpointOf(generation).sign(url, key, members)
  const http = await send(spoil?.(request) ?? request, withinMs)
  const accepts = how.accepts ?? acceptedCodes(call, how)
  const verdict = checkAnswer(http, { ...call, key, accepts, ...(withinMs && { withinMs }) })
  return { generation, activity, at, request, http, answer: readAnswer(http), verdict }
}

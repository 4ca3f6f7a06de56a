import type { IncomingMessage } from 'node:http'
import { isObject, textOf } from '../calls/answer.ts'
import { maskAnswer, maskCall } from '../../mask/mask.ts'
import {
  judgeAnswer,
  judgeSignature,
  type KnownKeys,
  type SignatureState,
  type SignatureVerdict,
} from './judge-signature.ts'
import { recognise, type PassingRequest, type RecognisedCall, type Scheme } from './recognise.ts'
import type { PassedExchange } from './tapped-proxy.ts'

/** A request that passed, as it may be shown: no signature, no secret, nobody's personal data. */
export interface HeardCall {
  readonly at: Date
  readonly method: string
  /** Without the query, where V1 has its members. */
  readonly path: string
  /** What of the store's interfaces it is; left out for any other request. */
  readonly call?: {
    readonly scheme: Scheme
    readonly activity: string
    readonly signature: Pick<SignatureVerdict, 'state' | 'keyType'>
    /** The members, those that are private masked. */
    readonly members: unknown
  }
  readonly answer?: {
    readonly status: number
    readonly resultCode?: string
    /** Masked likewise; left out where the body is not a JSON object. */
    readonly members?: unknown
    /** Of the Body-Sign, where the interface has one. */
    readonly signature?: SignatureState
  }
  readonly end: PassedExchange['end']
  readonly reason?: string
  readonly milliseconds: number
}

/** Makes of what passed what may be shown of it. */
export function heardCall(passed: PassedExchange, known: KnownKeys): HeardCall {
  const { at, end, reason, milliseconds } = passed
  const request = passingRequest(passed)
  const call = recognise(request)
  const verdict = call && judgeSignature(request, call, known)
  return {
    at,
    method: request.method,
    path: request.target.split('?', 1)[0] ?? '',
    ...(call && verdict && { call: shownCall(call, verdict) }),
    ...(passed.answer && { answer: shownAnswer(passed, passed.answer, call, verdict) }),
    end,
    ...(reason !== undefined && { reason }),
    milliseconds,
  }
}

function passingRequest({ request, body }: PassedExchange): PassingRequest {
  const { method = '', url: target = '/', headersDistinct } = request
  const headers = Object.entries(headersDistinct).map(
    ([name, values]) => [name, values?.join(',') ?? ''] as const,
  )
  return { method, target, headers: Object.fromEntries(headers), body }
}

function shownCall(
  { scheme, activity, members }: RecognisedCall,
  { state, keyType }: SignatureVerdict,
): NonNullable<HeardCall['call']> {
  const signature = { state, ...(keyType && { keyType }) }
  return { scheme, activity, signature, members: maskCall(members) }
}

function shownAnswer(
  { answerBody }: PassedExchange,
  { statusCode = 0, rawHeaders }: IncomingMessage,
  ...[call, verdict]: readonly [RecognisedCall | undefined, SignatureVerdict | undefined]
): NonNullable<HeardCall['answer']> {
  const members = objectIn(answerBody)
  const resultCode = textOf(members?.['resultCode'])
  const signature = call && verdict && judgeAnswer({ rawHeaders, body: answerBody }, call, verdict)
  return {
    status: statusCode,
    ...(resultCode !== undefined && { resultCode }),
    ...(members && { members: maskAnswer(members) }),
    ...(signature && { signature }),
  }
}

function objectIn(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(body.toString())
    return isObject(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

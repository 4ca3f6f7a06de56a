import { timeoutMs } from '../calls/sender.ts'
import type { SignedRequest } from '../calls/signed-request.ts'
import {
  contentTypes,
  withContentType,
  withHexCase,
  withUnknownEnum,
  withUnknownField,
} from './content-faults.ts'
import { http1, type RawRequest } from './raw-request.ts'
import {
  anotherKey,
  signedAgo,
  stampOf,
  type Stamp,
  type Signing,
  withKey,
  withStamp,
} from './re-sign.ts'
import { chunked, dropped, slow, truncated } from './wire-faults.ts'

/** What a fault is played with: how the request was signed, and the stamp of the call before. */
export interface FaultContext extends Signing {
  readonly before?: Stamp | undefined
}

/** Changes a request that is right and signed; the request itself where it has nothing to change. */
export type Fault = (request: SignedRequest, context: FaultContext) => SignedRequest | RawRequest

/** A minute more than a seller of V2 has to accept. */
const tooOldMs = 120_000

/** Faults of one request, by their names as switches. */
export const faults = {
  /** Signed with a key that is not the seller's: to be refused. */
  'wrong-key': (request, context) => withKey(request, context, anotherKey()),
  /** Signed two minutes ago: V2 refuses it; V1 documents no window. */
  'old-timestamp': (request, context) => signedAgo(request, context, tooOldMs),
  /** The nonce of the call before, rightly signed: V2 refuses it; V1 has none. */
  'replayed-nonce': (request, context) =>
    withStamp(request, context, {
      nonce: context.before?.nonce ?? stampOf(request, context.generation)?.nonce ?? '',
    }),
  'unknown-field': withUnknownField,
  'unknown-enum': withUnknownEnum,
  'truncated-body': (request) => truncated(request),
  'slow-body': (request) => slow(request),
  'http-1.0': (request) => http1(request, { version: '1.0' }),
  /** The body in chunks; what has no body goes out as it is. */
  chunked: (request) => chunked(request),
  /** The connection is closed once the request is sent: the seller does it, the store never hears. */
  'drop-answer': (request) => dropped(request),
  /** It arrives when the store has stopped waiting: signed so long ago, and nobody hears the answer. */
  delay: (request, context) => dropped(signedAgo(request, context, timeoutMs)),
  'upper-hex': (request, context) => withHexCase(request, context, 'upper'),
  'lower-hex': (request, context) => withHexCase(request, context, 'lower'),
  'mixed-hex': (request, context) => withHexCase(request, context, 'mixed'),
  'charset-utf-8': (request) => withContentType(request, contentTypes.utf8),
  'charset-quoted': (request) => withContentType(request, contentTypes.quoted),
  'charset-absent': (request) => withContentType(request, contentTypes.absent),
  'charset-upper': (request) => withContentType(request, contentTypes.upper),
} as const satisfies Readonly<Record<string, Fault>>

/** A fault of one request. */
export type RequestFault = keyof typeof faults

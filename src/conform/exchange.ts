import type { Answer } from '../simulator/calls/answer.ts'
import type { Generation } from '../simulator/calls/calls.ts'
import type { HttpResult } from '../simulator/calls/sender.ts'
import type { SignedRequest } from '../simulator/calls/signed-request.ts'

/** The members of a request, or the parameters of its query. */
export type Members = Readonly<Record<string, unknown>>

/**
 * Bytes for a connection, as they are: what no HTTP client would send (a header twice, HTTP/1.0, a
 * truncated body). `http1` of raw-request.ts writes them.
 */
export interface RawRequest {
  readonly url: URL
  /** Sent one after the other, `pauseMs` apart. */
  readonly chunks: readonly (string | Buffer)[]
  readonly pauseMs?: number
  /** Ends our half of the connection when all is sent, as a client that breaks off does. */
  readonly end?: boolean
}

/** A request and what came back. */
export interface Exchange {
  readonly generation: Generation
  readonly activity: string
  readonly members: Members
  readonly at: Date
  readonly request: SignedRequest | RawRequest
  readonly http: HttpResult
  /** The envelope of what came, as far as it is there. */
  readonly answer: Answer
}

/** Changes a request that was valid and signed. */
export type Spoil = (request: SignedRequest) => SignedRequest | RawRequest

/** True for a request that goes out as bytes. */
export function isRaw(request: SignedRequest | RawRequest): request is RawRequest {
  return 'chunks' in request
}

import type { Answer } from '../simulator/calls/answer.ts'
import type { Generation } from './generations.ts'
import type { HttpResult } from '../simulator/calls/sender.ts'
import type { SignedRequest } from '../simulator/calls/signed-request.ts'
import type { RawRequest } from '../simulator/faults/raw-request.ts'

/** The members of a request, or the parameters of its query. */
export type Members = Readonly<Record<string, unknown>>

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

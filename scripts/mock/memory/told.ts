import type { PlacedOperation } from '../openapi.ts'
import type { MockAnswer } from '../refusals.ts'

/** A valid request. */
export interface MemoryRequest {
  readonly operation: PlacedOperation
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** A refusal, in the words of the mock. */
export interface Refused {
  readonly refused: 400 | 404 | 412 | 422
  readonly words: string
  readonly field?: string
}

/** What the memory tells: an answer, a refusal, or that the scene is shown as it is. */
export type Told = MockAnswer | Refused | 'scene'

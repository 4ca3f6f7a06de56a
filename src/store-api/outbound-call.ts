import type { CodeKind } from './result-code.ts'
import type { StoreOperation } from './store-operations.ts'

/** What came of an attempt; `unanswered` where no HTTP answer came. */
export type OutboundResult = CodeKind | 'unanswered'

/** An attempt of a call to a site, once it has ended: what was asked, what came back, how long that took. */
export interface OutboundCall {
  readonly at: Date
  readonly site: string
  readonly operation: StoreOperation
  /** What metrics call the operation. */
  readonly label: string
  readonly host: string
  readonly method: string
  readonly path: string
  /** The order or the event that it is about. */
  readonly subject: string | undefined
  readonly status: number | undefined
  /** The store's result code, or why no answer came; undefined for an answer without one. */
  readonly code: string | undefined
  readonly result: OutboundResult
  readonly ms: number
  /** What was asked and what was answered, as text: may hold personal data and secrets. */
  readonly request: string
  readonly answer: string | undefined
}

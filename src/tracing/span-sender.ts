import type { Span } from '../span.ts'

/** A library that sends spans. */
export interface SpanSender {
  readonly span: Span
  readonly shutdown: () => Promise<void>
}

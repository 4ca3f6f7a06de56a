import type { Logger } from 'pino'
import { raceTimeout } from '../race-timeout.ts'
import { type Span, noSpan } from '../span.ts'

/** Where spans go, until it is closed. */
export interface Tracing {
  readonly span: Span
  /** Sends what is left, as far as that is done within some milliseconds. */
  close(withinMs: number): Promise<void>
}

/** Loads OpenTelemetry if traces are wanted; otherwise nothing of its SDK is loaded. */
export async function openTracing(isWanted: boolean, log: Logger): Promise<Tracing> {
  if (!isWanted) return { span: noSpan, close: () => Promise.resolve() }
  const { openOtlp } = await import('./otlp.ts')
  const { span, shutdown } = openOtlp(log)
  return {
    span,
    close: (withinMs) =>
      raceTimeout(
        withinMs,
        // What could not be sent is told already.
        shutdown().catch(() => undefined),
        () => undefined,
      ),
  }
}

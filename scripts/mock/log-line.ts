import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request that was answered. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** By `performance.now()`. */
  readonly begun: number
  readonly note: string | undefined
}

/** One line of it: when, which document, what was asked, the status, how long it took, and what it was. */
export function logLine(
  document: string,
  { request, response, begun, note = '' }: Exchange,
): string {
  const time = new Date().toTimeString().slice(0, 8)
  const took = `${Math.round(performance.now() - begun)} ms`
  const asked = `${request.method ?? ''} ${request.url ?? ''}`
  const line = [time, document, asked, response.statusCode, took, note].join('  ')
  return line.replace(/\s*\n\s*/g, ' ').trimEnd()
}

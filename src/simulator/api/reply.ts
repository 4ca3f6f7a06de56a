import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson } from './loopback-http.ts'
import type { WireAnswer } from './store-refusal.ts'

/** A request to the simulated store, and what it is answered on. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** What the simulated store does with a request. */
export interface Reply<Code> {
  readonly fault: Code | 'refuse' | 'hang' | undefined
  readonly note: (answer: string) => void
  /** The answer with the code of a fault, or the right one. */
  readonly answerOf: (code: Code | undefined) => WireAnswer | Promise<WireAnswer>
}

/** Answers, or plays a fault, and notes which. */
export async function reply<Code extends string>(
  { request, response }: Exchange,
  { fault, note, answerOf }: Reply<Code>,
): Promise<void> {
  if (fault === 'refuse' || fault === 'hang') {
    note(fault)
    if (fault === 'refuse') request.socket.resetAndDestroy()
    return
  }
  const answer = await answerOf(fault)
  note(String(answer.body.resultCode ?? answer.body.error_code))
  sendJson(response, answer)
}

import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'

/** An answer, whole. */
export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A request under way. */
export interface Exchange {
  /** Rejects with what undici says, or with the reason for which it was broken off. */
  readonly answer: Promise<Answered>
  /** Ends it at once, also while it waits for its connection. */
  breakOff(reason: Error): void
}

const text = new TextDecoder()

/**
 * Sends a request and gathers its answer. By undici's own handler: its `request` makes a stream and an
 * abort signal for each, which is a third of what posting an event costs Node.
 */
export function exchange(dispatcher: Dispatcher, request: Dispatcher.DispatchOptions): Exchange {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>()
  const chunks: Buffer[] = []
  let head: Omit<Answered, 'body'> | undefined
  let controller: Dispatcher.DispatchController | undefined
  let broken: Error | undefined
  dispatcher.dispatch(request, {
    onRequestStart(started) {
      controller = started
      if (broken !== undefined) started.abort(broken)
    },
    onResponseStart(_controller, status, headers) {
      // 1xx comes before the answer.
      if (status >= 200) head = { status, headers }
    },
    onResponseData(_controller, chunk) {
      chunks.push(chunk)
    },
    onResponseEnd() {
      if (head === undefined) reject(new Error('an answer ended that had not begun'))
      else resolve({ ...head, body: chunks.length === 0 ? '' : text.decode(Buffer.concat(chunks)) })
    },
    onResponseError(_controller, error) {
      reject(error)
    },
  })
  return {
    answer: promise,
    breakOff(reason) {
      broken = reason
      reject(reason)
      controller?.abort(reason)
    },
  }
}

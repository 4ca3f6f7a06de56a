import type { IncomingHttpHeaders } from 'node:http'
import { Agent, type Dispatcher, buildConnector, errors } from 'undici'
import { startRequestDeadline } from '../request-deadline.ts'
import { isTlsFault } from '../tls-fault.ts'

/** A request as it is sent: the target is the path and query as they are signed. */
export interface StoreExchange {
  readonly origin: URL
  readonly target: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
  /** From the look-up of the name to the last byte of the answer. */
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
}

/** An answer, whatever its status; a redirect is one, too, and is not followed. */
export interface ExchangeAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/**
 * No answer, or none of a bearable form. `connect`: nothing was sent. `timeout` and `broken`: the other side
 * may have taken it. `answer`: something answered that is not the store.
 */
export interface ExchangeFault {
  readonly fault: 'connect' | 'timeout' | 'broken' | 'tls' | 'answer'
  readonly message: string
}

/** The connections to a site. */
export interface StoreConnections {
  /** Sends once. Rejects only if the caller's signal aborts, or for what we should not have sent. */
  send(exchange: StoreExchange): Promise<ExchangeAnswer | ExchangeFault>
  close(): Promise<void>
}

// An order of 100 lines has 60 KiB.
const maxAnswerBytes = 1024 * 1024
// Whatever node is started with.
const maxHeadBytes = 32 * 1024

/** Opens connections when they are wanted: TLS 1.2 or later, certificates checked whatever the environment says. */
export function openConnections(): StoreConnections {
  const connect = buildConnector({
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    allowH2: false,
  })
  const dispatcher = new Agent({
    connect,
    maxResponseSize: maxAnswerBytes,
    maxHeaderSize: maxHeadBytes,
  })
  return {
    send: (exchange) => send(dispatcher, exchange),
    close: () => dispatcher.destroy(),
  }
}

async function send(
  dispatcher: Dispatcher,
  { origin, target, method, headers, body, timeoutMs, signal }: StoreExchange,
): Promise<ExchangeAnswer | ExchangeFault> {
  const breaking = new AbortController()
  const deadline = startRequestDeadline(timeoutMs, signal, (reason) => breaking.abort(reason))
  try {
    const answer = await dispatcher.request({
      origin: origin.origin,
      path: target,
      method,
      headers,
      body: body ?? null,
      signal: breaking.signal,
    })
    const bytes = Buffer.from(await answer.body.arrayBuffer())
    return { status: answer.statusCode, headers: answer.headers, body: bytes }
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason
    return faultOf(error)
  } finally {
    deadline.end()
  }
}

// Nothing was sent: nobody is there.
const connectCodes: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
])
const brokenCodes: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

/** Throws what is no fault of the network again: it is a defect of ours. */
function faultOf(error: unknown): ExchangeFault {
  if (!(error instanceof Error)) throw error
  if (error.name === 'TimeoutError') return { fault: 'timeout', message: 'no answer in time' }
  if (error instanceof TypeError || error instanceof errors.InvalidArgumentError) throw error
  const code = codeOf(error) ?? error.name
  if (connectCodes.has(code)) return { fault: 'connect', message: code }
  if (brokenCodes.has(code)) return { fault: 'broken', message: code }
  if (isTlsFault(code)) return { fault: 'tls', message: code }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return { fault: 'answer', message: 'the answer is longer than 1 MiB' }
  // Whatever else a parser or a socket says of an answer.
  return { fault: 'answer', message: code }
}

// Of a name with several addresses each one has failed.
function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : []
  return first instanceof Error ? codeOf(first) : undefined
}

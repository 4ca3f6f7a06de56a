// An HTTP proxy that hands on what it gets, and keeps a copy of it.
import {
  type ClientRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
  request as requestOverHttp,
} from 'node:http'
import { request as requestOverHttps } from 'node:https'

/** A request and what became of it; bodies that are longer than what is kept are cut. */
export interface PassedExchange {
  readonly at: Date
  readonly request: IncomingMessage
  readonly body: Buffer
  /** Undefined where no answer came: the seller could not be reached, or the caller went away. */
  readonly answer: IncomingMessage | undefined
  readonly answerBody: Buffer
  readonly end: 'answered' | 'cut' | 'unreachable'
  /** Why the seller could not be reached. */
  readonly reason?: string
  readonly milliseconds: number
}

const keptBytes = 1024 * 1024

/**
 * Serves `seller`'s paths by asking it: method, target, body and headers go on as they came, in their
 * order and case, but for `Host` and what belongs to a connection alone; and so does the answer.
 */
export function createTappedProxy(seller: URL, tell: (passed: PassedExchange) => void): Server {
  return createServer((request, response) => {
    const at = new Date()
    const started = performance.now()
    const end = (rest: Omit<PassedExchange, 'at' | 'request' | 'milliseconds'>) =>
      tell({ at, request, milliseconds: Math.round(performance.now() - started), ...rest })
    pass(seller, request, response, end)
  })
}

type End = (rest: Omit<PassedExchange, 'at' | 'request' | 'milliseconds'>) => void

function pass(seller: URL, request: IncomingMessage, response: ServerResponse, end: End): void {
  const body = copyOf(request)
  const onward = ask(seller, request)
  let ended = false
  const once = (rest: Parameters<End>[0]) => {
    if (!ended) end(rest)
    ended = true
  }
  onward.once('response', (answer) => {
    const answerBody = copyOf(answer)
    response.sendDate = false
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? '', [
      ...endToEnd(answer.rawHeaders),
    ])
    const finish = (how: 'answered' | 'cut') =>
      once({ body: body(), answer, answerBody: answerBody(), end: how })
    answer.once('end', () => finish('answered'))
    // A seller that breaks off is seen as one by the caller, too.
    answer.once('close', () => {
      if (!answer.complete) response.destroy()
      finish('cut')
    })
    answer.pipe(response)
  })
  onward.once('error', (error: NodeJS.ErrnoException) => {
    const gone = { body: body(), answer: undefined, answerBody: Buffer.alloc(0) }
    if (response.destroyed) once({ ...gone, end: 'cut' })
    else once({ ...gone, end: 'unreachable', reason: error.code ?? error.message })
    if (response.headersSent) response.destroy()
    else response.writeHead(502).end()
  })
  response.once('close', () => {
    if (!response.writableFinished) onward.destroy()
  })
  request.pipe(onward)
}

function ask(seller: URL, { method, url, rawHeaders }: IncomingMessage): ClientRequest {
  const headers = ['Host', seller.host, ...endToEnd(rawHeaders, ['host'])]
  const make = seller.protocol === 'https:' ? requestOverHttps : requestOverHttp
  // The path alone: a target may be a whole URL.
  const { pathname, search } = new URL(url ?? '/', seller)
  const path = url?.startsWith('/') ? url : pathname + search
  return make(seller, { method, path, headers, agent: false })
}

const ofTheConnection = ['connection', 'keep-alive', 'proxy-connection', 'upgrade']

function endToEnd(rawHeaders: readonly string[], also: readonly string[] = []): readonly string[] {
  const left = [...ofTheConnection, ...also]
  return rawHeaders.filter(
    (_text, at) => !left.includes((rawHeaders[at - (at % 2)] ?? '').toLowerCase()),
  )
}

function copyOf(message: IncomingMessage): () => Buffer {
  const parts: Buffer[] = []
  let length = 0
  message.on('data', (part: Buffer) => {
    if (length < keptBytes) parts.push(part)
    length += part.length
  })
  return () => Buffer.concat(parts)
}

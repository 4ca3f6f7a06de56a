import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import type { HttpResult } from '../simulator/calls/sender.ts'
import type { SignedRequest } from '../simulator/calls/signed-request.ts'
import type { RawRequest } from './exchange.ts'
import { readRawAnswer } from './raw-answer.ts'

/** How a request is written down: the version of its first line, and headers beside its own. */
export interface WrittenAs {
  readonly version?: '1.0' | '1.1'
  /** Headers as name and value, repeated as often as they stand here; undefined takes one away. */
  readonly headers?: readonly (readonly [name: string, value: string | undefined])[]
  readonly body?: string | Buffer
}

/**
 * A signed request as the bytes of HTTP/1, to be changed before they go out: whatever is not given
 * stays as a client would send it (`host`, `content-length`, `connection: close`).
 */
export function http1(request: SignedRequest, as: WrittenAs = {}): RawRequest {
  const { method, url, headers } = request
  const { version = '1.1', body = request.body ?? '' } = as
  const given = (as.headers ?? []).map(([name]) => name.toLowerCase())
  const length = Buffer.byteLength(body)
  const own = Object.entries({
    Host: url.host,
    ...headers,
    ...(length > 0 && { 'Content-Length': String(length) }),
    Connection: 'close',
  }).filter(([name]) => !given.includes(name.toLowerCase()))
  const lines = [...own, ...(as.headers ?? [])].flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  )
  const head = [`${method} ${url.pathname}${url.search} HTTP/${version}`, ...lines, '', '']
  return { url, chunks: [head.join('\r\n'), body] }
}

/** Sends bytes over a connection of their own and reads the answer, at most `withinMs`. Never throws. */
export async function sendRaw(request: RawRequest, withinMs: number): Promise<HttpResult> {
  const start = performance.now()
  const taken = () => Math.round(performance.now() - start)
  const socket = open(request.url)
  const timer = setTimeout(() => socket.destroy(new Error('timeout')), withinMs)
  try {
    const answered = readRawAnswer(socket)
    answered.catch(() => undefined)
    await write(socket, request)
    return { kind: 'answer', ...(await answered), milliseconds: taken() }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const milliseconds = taken()
    return reason === 'timeout'
      ? { kind: 'silence', milliseconds }
      : { kind: 'unreachable', reason, milliseconds }
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}

function open(url: URL): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isTls = url.protocol === 'https:'
  const port = Number(url.port || (isTls ? 443 : 80))
  return isTls ? connectTls({ host, port, servername: host }) : connect({ host, port })
}

// What the seller refuses before all is sent is its answer: a write that fails is none.
async function write(socket: Socket, { chunks, pauseMs = 0, end = false }: RawRequest) {
  for (const [index, chunk] of chunks.entries()) {
    if (index > 0 && pauseMs > 0) await pause(pauseMs)
    if (socket.destroyed || socket.writableEnded) return
    socket.write(chunk)
  }
  if (end) socket.end()
}

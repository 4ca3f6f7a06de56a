import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect, isIP } from 'node:net'
import { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import {
  headersNamed,
  type HttpAnswer,
  type HttpResult,
  reasonOf,
  send,
  timeoutMs,
  wholeOf,
} from '../calls/sender.ts'
import type { SignedRequest } from '../calls/signed-request.ts'
import { isRaw, type RawRequest } from './raw-request.ts'

/** Sends a request, signed or as bytes, and waits for the whole answer, at most `withinMs`. */
export function sendAny(
  request: SignedRequest | RawRequest,
  withinMs?: number,
): Promise<HttpResult> {
  return isRaw(request) ? sendRaw(request, withinMs) : send(request, withinMs)
}

/**
 * Writes the bytes of a request on a connection of its own and waits for the whole answer, at most
 * `withinMs`; silence where the answer is dropped. Never throws.
 */
export async function sendRaw(raw: RawRequest, withinMs = timeoutMs): Promise<HttpResult> {
  const start = performance.now()
  const taken = () => Math.round(performance.now() - start)
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), withinMs)
  const socket = await connected(raw.url, giveUp.signal).catch((error: unknown) => reasonOf(error))
  try {
    if (typeof socket === 'string') return unanswered(socket, giveUp, taken())
    giveUp.signal.addEventListener('abort', () => socket.destroy())
    // The answer may come before all is sent: to a body that never ends.
    const answer = raw.drop === true ? undefined : answerOn(socket)
    answer?.catch(() => undefined)
    await write(socket, raw)
    if (answer === undefined) return { kind: 'silence', milliseconds: taken() }
    return { kind: 'answer', ...(await answer), milliseconds: taken() }
  } catch (error) {
    return unanswered(reasonOf(error), giveUp, taken())
  } finally {
    clearTimeout(timer)
    if (typeof socket !== 'string') socket.destroy()
  }
}

function unanswered(reason: string, giveUp: AbortController, milliseconds: number): HttpResult {
  return giveUp.signal.aborted
    ? { kind: 'silence', milliseconds }
    : { kind: 'unreachable', reason, milliseconds }
}

// An IP address is no server name (RFC 6066, 3).
function nameOf(host: string): { readonly servername?: string } {
  return isIP(host) === 0 ? { servername: host } : {}
}

function connected({ protocol, hostname, port }: URL, signal: AbortSignal): Promise<Duplex> {
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((done, failed) => {
    const isTls = protocol === 'https:'
    const at = { host, port: Number(port) || (isTls ? 443 : 80) }
    const socket = isTls ? connectTls({ ...at, ...nameOf(host) }) : connect(at)
    socket.once(isTls ? 'secureConnect' : 'connect', () => done(socket))
    socket.once('error', failed)
    signal.addEventListener('abort', () => socket.destroy(new Error('no connection in time')))
  })
}

// What the seller has broken off is heard as an answer, or as none.
async function write(socket: Duplex, { chunks, pauseMs = 0, end, drop }: RawRequest) {
  for (const [at, chunk] of chunks.entries()) {
    if (at > 0 && pauseMs > 0) await pause(pauseMs)
    if (!socket.writable) return
    await new Promise<void>((written) => socket.write(chunk, () => written()))
  }
  if (end === true || drop === true) socket.end()
}

// Node's own client reads the answer: from a stream that swallows what it writes itself.
async function answerOn(socket: Duplex): Promise<Omit<HttpAnswer, 'kind' | 'milliseconds'>> {
  const reading = new Duplex({
    read: () => undefined,
    write: (_chunk, _encoding, done) => done(),
  })
  socket.on('data', (chunk: Buffer) => reading.push(chunk))
  socket.once('end', () => reading.push(null))
  socket.once('close', () => reading.push(null))
  socket.once('error', (error) => reading.destroy(error))
  const response = await new Promise<IncomingMessage>((done, failed) => {
    const client = httpRequest({ createConnection: () => reading, method: 'POST' }, done)
    client.once('error', failed)
    client.end()
  })
  const bytes = await wholeOf(response)
  const { statusCode: status = 0, rawHeaders } = response
  const contentType = headersNamed('content-type', rawHeaders).join(', ')
  return { status, contentType, rawHeaders, bytes, text: bytes.toString() }
}

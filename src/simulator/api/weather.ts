import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { createGzip } from 'node:zlib'
import { sendJson } from './loopback-http.ts'
import { type StoreCode, refusal } from './store-refusal.ts'

/**
 * How the store's host behaves to everybody, whatever is asked: it breaks connections off, never answers,
 * answers late, refuses with a code and may say when to come again, or sends what no store sends.
 */
export type Weather =
  | 'refuse'
  | 'hang'
  | 'gzip-bomb'
  | 'huge-answer'
  | 'huge-head'
  | 'garbage'
  | 'redirect'
  | { readonly lateMs: number }
  | { readonly code: StoreCode; readonly retryAfter?: string }

const chunk = Buffer.alloc(64 * 1024, ' ')
const gibibyte = 1024 ** 3

/** Lets the weather have its way with a request; returns whether the store itself answers after that. */
export async function weather(
  kind: Weather | undefined,
  { socket }: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (kind === undefined) return true
  if (typeof kind !== 'string') {
    if ('lateMs' in kind) await wait(kind.lateMs)
    else refuse(kind, response)
    return 'lateMs' in kind
  }
  if (kind === 'refuse') socket.resetAndDestroy()
  if (kind === 'gzip-bomb') pour(response, { 'content-encoding': 'gzip' })
  if (kind === 'huge-answer') pour(response, { 'content-type': 'application/json' })
  if (kind === 'huge-head') {
    socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(4 * 1024 * 1024)}\r\n\r\n`)
    socket.end()
  }
  if (kind === 'garbage') socket.end('\u0000\u0001 no HTTP at all\r\n\r\n')
  if (kind === 'redirect') response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
  return false
}

function refuse(
  { code, retryAfter }: Extract<Weather, { readonly code: StoreCode }>,
  response: ServerResponse,
): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
  sendJson(response, refusal(code))
}

/** A gibibyte of blanks, as they are or packed to a thousandth. */
function pour(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  response.writeHead(200, headers)
  const isPacked = headers['content-encoding'] === 'gzip'
  const sink = isPacked ? createGzip({ level: 1 }) : response
  if (sink !== response) sink.pipe(response)
  let sent = 0
  const more = () => {
    while (!response.destroyed && sent < gibibyte) {
      sent += chunk.length
      if (!sink.write(chunk)) return void sink.once('drain', more)
    }
    sink.end()
  }
  more()
}

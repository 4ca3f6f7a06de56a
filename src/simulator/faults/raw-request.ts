import type { SignedRequest } from '../calls/signed-request.ts'

/**
 * Bytes for a connection, as they are: what no HTTP client would send, such as HTTP/1.0, a body that is
 * cut off, or one that comes in drops.
 */
export interface RawRequest {
  readonly url: URL
  /** Sent one after the other, `pauseMs` apart. */
  readonly chunks: readonly (string | Buffer)[]
  readonly pauseMs?: number
  /** Ends our half of the connection when all is sent, as a client that breaks off does. */
  readonly end?: boolean
  /** Closes the connection as soon as all is sent: nobody hears the answer. */
  readonly drop?: boolean
}

/** How a request is written. */
export interface WireForm {
  readonly version?: '1.0' | '1.1'
  /** The body in chunks of this many bytes (Transfer-Encoding), and no Content-Length. */
  readonly chunkBytes?: number
}

/** True for a request that goes out as bytes. */
export function isRaw(request: SignedRequest | RawRequest): request is RawRequest {
  return 'chunks' in request
}

/** A request as bytes: its head, and its body if it has one. */
export function rawRequest(request: SignedRequest, form: WireForm = {}): RawRequest {
  const { url, body } = request
  return { url, chunks: [headOf(request, form), ...bodyIn(body, form)] }
}

function headOf({ method, url, headers, body }: SignedRequest, form: WireForm): string {
  const { version = '1.1' } = form
  const all = { Host: url.host, ...headers, ...lengthOf(body, form) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${url.pathname}${url.search} HTTP/${version}\r\n${lines.join('')}\r\n`
}

function lengthOf(body: string | undefined, { chunkBytes }: WireForm): Record<string, string> {
  if (body === undefined) return {}
  if (chunkBytes !== undefined) return { 'Transfer-Encoding': 'chunked' }
  return { 'Content-Length': String(Buffer.byteLength(body)) }
}

function bodyIn(body: string | undefined, { chunkBytes }: WireForm): readonly Buffer[] {
  if (body === undefined) return []
  const bytes = Buffer.from(body)
  if (chunkBytes === undefined) return [bytes]
  const chunks = slices(bytes, chunkBytes).map(framed)
  return [...chunks, framed(Buffer.alloc(0))]
}

function framed(chunk: Buffer): Buffer {
  const size = Buffer.from(`${chunk.length.toString(16)}\r\n`)
  return Buffer.concat([size, chunk, Buffer.from('\r\n')])
}

/** Bytes in pieces of a size. */
export function slices(bytes: Buffer, size: number): readonly Buffer[] {
  const count = Math.ceil(bytes.length / size)
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
}

import type { SignedRequest } from '../calls/signed-request.ts'

/**
 * Bytes for a connection, as they are: what no HTTP client would send (a header twice, HTTP/1.0, a body
 * that is cut off or comes in drops). `http1` writes them.
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

/** How a request is written down: the version of its first line, and headers beside its own. */
export interface WrittenAs {
  readonly version?: '1.0' | '1.1'
  /** Headers as name and value, repeated as often as they stand here; undefined takes one away. */
  readonly headers?: readonly (readonly [name: string, value: string | undefined])[]
  readonly body?: string | Buffer
}

/** True for a request that goes out as bytes. */
export function isRaw(request: SignedRequest | RawRequest): request is RawRequest {
  return 'chunks' in request
}

/**
 * A signed request as the bytes of HTTP/1, head and body, to be changed before they go out: whatever is
 * not given stays as a client would send it (`host`, `content-length`, `connection: close`).
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

/** Bytes in pieces of a size. */
export function slices(bytes: Buffer, size: number): readonly Buffer[] {
  const count = Math.ceil(bytes.length / size)
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
}

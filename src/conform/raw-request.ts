import type { RawRequest } from '../simulator/faults/raw-request.ts'
import type { SignedRequest } from '../simulator/calls/signed-request.ts'

/** How a request is written down: the version of its first line, and headers beside its own. */
export interface WrittenAs {
  readonly version?: '1.0' | '1.1'
  /** Headers as name and value, repeated as often as they stand here; undefined takes one away. */
  readonly headers?: readonly (readonly [name: string, value: string | undefined])[]
  readonly body?: string | Buffer
}

/**
 * A signed request as the bytes of HTTP/1, to be changed before they go out: whatever is not given
 * stays as a client would send it (`host`, `content-length`, `connection: close`). For the usual
 * faults of a connection (chunks, a body cut off or slow) see simulator/faults/wire-faults.ts.
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

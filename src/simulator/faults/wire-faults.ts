import type { SignedRequest } from '../calls/signed-request.ts'
import { http1, type RawRequest, slices } from './raw-request.ts'

/** The body in chunks of a few bytes (Transfer-Encoding); a request without a body as it is. */
export function chunked(request: SignedRequest, chunkBytes = 16): RawRequest {
  const { body } = request
  if (body === undefined) return http1(request)
  const frames = [...slices(Buffer.from(body), chunkBytes), Buffer.alloc(0)].map(framed)
  const headers = [
    ['Content-Length', undefined],
    ['Transfer-Encoding', 'chunked'],
  ] as const
  return http1(request, { headers, body: Buffer.concat(frames) })
}

function framed(chunk: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${chunk.length.toString(16)}\r\n`),
    chunk,
    Buffer.from('\r\n'),
  ])
}

/** Half of the body (of the head, where there is none), and then the end of what we send. */
export function truncated(request: SignedRequest): RawRequest {
  const { url, before, last } = parted(request)
  return { url, chunks: [...before, last.subarray(0, Math.floor(last.length / 2))], end: true }
}

/** The body (the head, where there is none) in `pieces`, so long apart: whole, and slow. */
export function slow(request: SignedRequest, { pieces = 4, pauseMs = 100 } = {}): RawRequest {
  const { url, before, last } = parted(request)
  return { url, chunks: [...before, ...slices(last, Math.ceil(last.length / pieces))], pauseMs }
}

/** The whole request, and the connection closed before anything can be answered. */
export function dropped(request: SignedRequest): RawRequest {
  return { ...http1(request), drop: true }
}

/** What comes before the last part of a request that has bytes, and that part. */
function parted(request: SignedRequest) {
  const { url, chunks } = http1(request)
  const parts = chunks.map((chunk) => Buffer.from(chunk)).filter(({ length }) => length > 0)
  return { url, before: parts.slice(0, -1), last: parts.at(-1) ?? Buffer.alloc(0) }
}

import type { SignedRequest } from '../calls/signed-request.ts'
import { type RawRequest, rawRequest, slices } from './raw-request.ts'

/** The request as a client of HTTP/1.0 sends it. */
export function http10(request: SignedRequest): RawRequest {
  return rawRequest(request, { version: '1.0' })
}

/** The body in chunks of a few bytes; a request without a body as it is. */
export function chunked(request: SignedRequest, chunkBytes = 16): RawRequest {
  return rawRequest(request, { chunkBytes })
}

/** Half of the body (of the head, where there is none), and then the end of what we send. */
export function truncated(request: SignedRequest): RawRequest {
  const raw = rawRequest(request)
  const last = Buffer.from(raw.chunks.at(-1) ?? '')
  const half = last.subarray(0, Math.floor(last.length / 2))
  return { ...raw, chunks: [...raw.chunks.slice(0, -1), half], end: true }
}

/** The body (the head, where there is none) in `pieces`, so long apart: whole, and slow. */
export function slow(request: SignedRequest, { pieces = 4, pauseMs = 100 } = {}): RawRequest {
  const raw = rawRequest(request)
  const last = Buffer.from(raw.chunks.at(-1) ?? '')
  const dripping = slices(last, Math.max(1, Math.ceil(last.length / pieces)))
  return { ...raw, chunks: [...raw.chunks.slice(0, -1), ...dripping], pauseMs }
}

/** The whole request, and the connection closed before anything can be answered. */
export function dropped(request: SignedRequest): RawRequest {
  return { ...rawRequest(request), drop: true }
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { watchFraming } from './chunk-framing.ts'
import { stopReading } from './stop-reading.ts'

// A full list of departments that was refused by its head.
const mostBytes = 11 * 1024 * 1024

/**
 * When a request is answered before its body was read: reads and drops what still comes, because
 * many a caller reads the answer only when everything is sent, and closing over unread bytes would
 * lose it on its way. Up to a bound: then nothing more is read, and soon the connection ends.
 */
export function drainUnread(request: IncomingMessage, response: ServerResponse): void {
  if (!mayBeLarge(request)) return
  response.once('prefinish', () => {
    // Stopped, or being dropped already.
    const isDone = request.isPaused() || request.listenerCount('data') > 0
    if (!request.complete && !isDone) drain(request)
  })
}

/**
 * Drops the body as it comes, of a request whose body is not read: what waited for the answer would
 * pile up.
 */
export function dropBody(request: IncomingMessage): void {
  if (mayBeLarge(request)) drain(request)
}

// What is smaller costs nothing, and Node drops it by itself.
function mayBeLarge({ headers }: IncomingMessage): boolean {
  const isChunked = headers['transfer-encoding'] !== undefined
  return isChunked || Number(headers['content-length'] ?? 0) > 64 * 1024
}

function drain(request: IncomingMessage): void {
  let left = mostBytes
  const stop = () => {
    unwatch()
    request.off('data', drop)
    stopReading(request)
  }
  const drop = (piece: Buffer) => {
    left -= piece.length
    if (left <= 0) stop()
  }
  const unwatch = watchFraming(request, stop)
  request.on('data', drop).once('end', unwatch)
  // Marks it as read by us; otherwise Node takes over, without a bound.
  request.read(0)
  request.resume()
}

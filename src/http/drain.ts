import type { IncomingMessage, ServerResponse } from 'node:http'

// A full list of departments that was refused by its head.
const mostBytes = 11 * 1024 * 1024
// A chunk of one byte costs as much work as one of many; no caller is known that sends such.
const leastBytesAChunk = 16 * 1024
// For the answer to be read, before the connection is closed over unread bytes.
const lingerMs = 1_000

/**
 * When a request is answered before its body was read: reads and drops what still comes, because
 * many a caller reads the answer only when everything is sent, and closing over unread bytes would
 * lose it on its way. Up to a bound: then nothing more is read, and soon the connection ends.
 */
export function drainUnread(request: IncomingMessage, response: ServerResponse): void {
  if (!mayBeLarge(request)) return
  response.once('prefinish', () => {
    if (!request.complete) drain(request)
  })
}

// What is smaller costs nothing, and Node drops it by itself.
function mayBeLarge({ headers }: IncomingMessage): boolean {
  const isChunked = headers['transfer-encoding'] !== undefined
  return isChunked || Number(headers['content-length'] ?? 0) > 64 * 1024
}

function drain(request: IncomingMessage): void {
  let left = mostBytes
  const leastBytes = request.headers['transfer-encoding'] === undefined ? 0 : leastBytesAChunk
  request.on('data', (piece: Buffer) => {
    left -= Math.max(piece.length, leastBytes)
    if (left > 0 || request.isPaused()) return
    request.pause()
    setTimeout(() => request.socket.destroy(), lingerMs).unref()
  })
  // Marks it as read by us; otherwise Node takes over, without a bound.
  request.read(0)
  request.resume()
}

import type { Duplex } from 'node:stream'
import { answer } from '../domain/answer.ts'
import { serialise } from './store/reply.ts'

// How long what still comes is read and dropped: closing over unread bytes would reset the connection,
// and the answer would be lost on its way.
const lingerMs = 1_000

/**
 * Answers what never becomes a request, because Node's parser refuses it. A head that is too long (a
 * query over 16 KiB) is bad input like a body that is too long; the rest is no HTTP.
 */
export function handleClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [status, message] = refusalOf(error)
  const body = serialise(answer('000002', message))
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.resume()
  setTimeout(() => socket.destroy(), lingerMs).unref()
}

function refusalOf({ code }: NodeJS.ErrnoException): [status: string, message: string] {
  if (code === 'HPE_HEADER_OVERFLOW') return ['200 OK', 'address and query are too long']
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return ['408 Request Timeout', 'the request did not come in time']
  }
  return ['400 Bad Request', 'malformed HTTP request']
}

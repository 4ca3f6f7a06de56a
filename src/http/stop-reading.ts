import type { IncomingMessage } from 'node:http'

// For the answer to be read, before the connection is closed over unread bytes.
const lingerMs = 1_000

/** Reads nothing more of a connection, and ends it when its caller has had time to read the answer. */
export function stopReading(request: IncomingMessage): void {
  const { socket } = request
  request.pause()
  // Node resumes the connection whenever somebody reads the request, and each part of it that comes.
  socket.on('resume', () => socket.pause())
  socket.pause()
  setTimeout(() => socket.destroy(), lingerMs).unref()
}

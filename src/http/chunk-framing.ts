import type { IncomingMessage } from 'node:http'

// A chunk of one byte costs as much work as one of 64 KiB, and what stands between chunks may be much
// longer than they are. Five bytes frame a chunk at least: up to 1,600 may be as small as they like,
// then it is seven bytes for 1,792. Java's clients send chunks of 2,048 bytes and more.
const leastBytesAChunk = 5
const freeBytes = 8 * 1024
const bodyBytesAFramingByte = 256

/**
 * Calls back once, when of a body in chunks too much comes beside the body: sizes, extensions, line
 * ends. Looked at after each read of the connection, also when it brings nothing of the body. Of what
 * came together with the head only the chunks are counted. Returns the end of the watch.
 */
export function watchFraming(request: IncomingMessage, onExcess: () => void): () => void {
  const { socket } = request
  if (request.headers['transfer-encoding'] === undefined) return () => undefined
  let [received, pieces, before] = [0, 0, 0]
  const besideBody = () => socket.bytesRead - received - request.readableLength
  const check = (framing: number) => {
    if (request.complete || framing <= freeBytes + received / bodyBytesAFramingByte) return
    end()
    onExcess()
  }
  const count = (piece: Buffer) => {
    received += piece.length
    pieces += 1
    check(pieces * leastBytesAChunk)
  }
  const look = () => check(besideBody() - before)
  const end = () => {
    request.off('data', count)
    socket.off('data', look)
  }
  // By then the read is parsed that brought the head.
  process.nextTick(() => {
    before = besideBody()
  })
  request.on('data', count)
  socket.on('data', look)
  return end
}

import type { Socket } from 'node:net'
import { type HttpAnswer, headersNamed } from '../simulator/calls/sender.ts'

type Read = Omit<HttpAnswer, 'kind' | 'milliseconds'>

/** Reads one HTTP/1 answer; rejects if the connection ends before a whole one came. */
export function readRawAnswer(socket: Socket): Promise<Read> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0)
    const settle = (closed: boolean) => {
      const answer = answerIn(received, closed)
      if (answer !== undefined) resolve(answer)
      return answer !== undefined
    }
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      settle(false)
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (!settle(true)) reject(new Error(error.code ?? error.message))
    })
    socket.once('close', () => {
      if (!settle(true)) reject(new Error('the connection was closed without an answer'))
    })
  })
}

/** The answer that the bytes begin with; undefined while something is missing. */
function answerIn(bytes: Buffer, closed: boolean): Read | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(first.split(' ')[1])
  const rest = bytes.subarray(end + 4)
  // 100 Continue and the like stand before the answer.
  if (status < 200) return answerIn(rest, closed)
  const rawHeaders = lines.flatMap((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  const body = bodyIn(rest, rawHeaders, closed)
  if (body === undefined) return undefined
  const contentType = headersNamed('content-type', rawHeaders).join(', ')
  return { status, contentType, rawHeaders, bytes: body, text: body.toString() }
}

function bodyIn(rest: Buffer, rawHeaders: readonly string[], closed: boolean): Buffer | undefined {
  const [encoding] = headersNamed('transfer-encoding', rawHeaders)
  if (encoding?.toLowerCase() === 'chunked') return unchunked(rest)
  const [length] = headersNamed('content-length', rawHeaders)
  if (length === undefined) return closed ? rest : undefined
  return rest.length < Number(length) ? undefined : rest.subarray(0, Number(length))
}

function unchunked(rest: Buffer): Buffer | undefined {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const line = rest.indexOf('\r\n', at)
    if (line < 0) return undefined
    const size = Number.parseInt(rest.subarray(at, line).toString('latin1'), 16)
    if (!(size >= 0)) return undefined
    const from = line + 2
    if (rest.length < from + size + 2) return undefined
    if (size === 0) return Buffer.concat(parts)
    parts.push(rest.subarray(from, from + size))
    at = from + size + 2
  }
}

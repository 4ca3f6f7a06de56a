import { utf8 } from '../bytes.ts'
import { type Message, type Pair, type Problem, headerOf, problem } from './message.ts'

const requestLine = /^([A-Za-z]+) +(\S+)(?: +HTTP\/[\d.]+)?$/
const statusLine = /^HTTP\/[\d.]+ +\d{3}/

/** Whether a text begins as a request or an answer of HTTP does. */
export function isHttp(text: string): boolean {
  const [first = ''] = text.split(/\r?\n/, 1)
  return statusLine.test(first) || /^[A-Z]+ +(\/|\*|https?:\/\/)\S*( +HTTP\/[\d.]+)?$/.test(first)
}

/** The message of a text that is HTTP as it goes over the wire, or as a log shows it. */
export function readHttp(text: string): Message | Problem {
  const [, head = '', body = ''] = /^([^]*?)(?:\r?\n\r?\n([^]*))?$/.exec(text) ?? []
  const [first = '', ...lines] = head.split(/\r?\n/).filter((line) => line !== '')
  const headers: Pair[] = []
  for (const line of lines) {
    const at = line.indexOf(':')
    if (at <= 0) {
      return problem(
        `“${line.slice(0, 40)}” is not a header: the body begins behind an empty line`,
        `“${line.slice(0, 40)}”不是消息头：正文之前要有一个空行`,
      )
    }
    headers.push([line.slice(0, at).trim(), line.slice(at + 1).trim()])
  }
  const [, method = '', target = ''] = requestLine.exec(first) ?? []
  const isAnswer = statusLine.test(first)
  const kind = isAnswer ? 'answer' : 'request'
  const message: Message = {
    kind,
    ...(isAnswer ? { method: '', target: '' } : { method, target }),
    headers,
    body: utf8(body),
  }
  return { ...message, body: asLongAsSaid(message) }
}

// An editor and `echo` put a line break behind what is pasted; Content-Length knows better.
function asLongAsSaid(message: Message): Uint8Array {
  const { body } = message
  const length = Number(headerOf(message, 'content-length') ?? body.length)
  const rest = body.subarray(length)
  return rest.every((byte) => byte === 0x0a || byte === 0x0d) ? body.subarray(0, length) : body
}

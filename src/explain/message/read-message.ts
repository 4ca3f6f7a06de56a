import { utf8 } from '../bytes.ts'
import { type Message, type Pair, type Problem, problem } from './message.ts'
import { readCurl } from './read-curl.ts'
import { isHttp, readHttp } from './read-http.ts'

/**
 * The message that a text shows: a line for curl, raw HTTP, an address alone, or its parts as JSON, as
 * `koogate sign --json` writes them.
 */
export function readMessage(text: string): Message | Problem {
  const begun = text.replace(/^\ufeff?\s+|^\ufeff/, '')
  if (begun === '') return problem('There is no request', '没有请求内容')
  if (/^\$?\s*curl(\.exe)?\s/.test(begun)) return readCurl(begun.replace(/^\$\s*/, ''))
  if (isHttp(begun)) return readHttp(begun)
  if (begun.startsWith('{')) return readParts(begun)
  if (/^(https?:\/\/|\/)\S*\s*$/.test(begun)) {
    return { kind: 'request', method: 'GET', target: begun.trim(), headers: [], body: utf8('') }
  }
  return problem(
    'This is not a request: paste a curl line, raw HTTP that begins with its method or with HTTP/1.1, or an address',
    '这不是一个请求：请粘贴 curl 命令行、以方法或 HTTP/1.1 开头的原始 HTTP 报文，或者一个地址',
  )
}

type Json = Readonly<Record<string, unknown>>

function readParts(text: string): Message | Problem {
  const parts = parsed(text) ?? {}
  const isAnswer = 'status' in parts
  const { url = isAnswer ? '' : undefined, method = 'POST', body = '', headers = {} } = parts
  const isUsable =
    typeof url === 'string' &&
    typeof method === 'string' &&
    typeof body === 'string' &&
    isObject(headers) &&
    (isAnswer || url !== '')
  if (!isUsable) return wrongParts
  return {
    kind: isAnswer ? 'answer' : 'request',
    method: isAnswer ? '' : method,
    target: url,
    headers: Object.entries(headers).map(([name, value]): Pair => [name, String(value)]),
    body: utf8(body),
  }
}

const wrongParts = problem(
  'As JSON a request has url, method, headers (an object) and body (a text); an answer has status in place of url and method',
  '用 JSON 表示时，请求要有 url、method、headers（对象）和 body（文本）；应答用 status 代替 url 和 method',
)

function parsed(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { maskAnswer, maskNamed, maskPlainText } from '../../mask/mask.ts'
import { hidden } from '../../mask/mask-text.ts'
import { bodyOf } from '../../simulator/calls/answer.ts'
import type { HttpAnswer, HttpResult } from '../../simulator/calls/sender.ts'
import { isRaw } from '../../simulator/faults/raw-request.ts'
import type { Exchange } from '../exchange.ts'
import type { Redact } from './redact.ts'
import type { WrittenExchange } from './schema.ts'
import { shellLine } from './curl.ts'

/** An exchange as reports show it. */
export function writeExchange(exchange: Exchange, redact: Redact): WrittenExchange {
  const { generation, activity, at, request, http } = exchange
  return {
    generation,
    activity,
    at: at.toISOString(),
    request: requestOf(request, redact),
    answer: answerOf(http, redact),
  }
}

function requestOf(request: Exchange['request'], redact: Redact): WrittenExchange['request'] {
  const shell = redact(shellLine(request))
  const url = redact(request.url.href)
  if (isRaw(request)) {
    const bytes = Buffer.concat(request.chunks.map((one) => Buffer.from(one)))
    return { url, bytes: bytes.toString('base64'), shell }
  }
  const { method, headers, body } = request
  const named = Object.entries(headers).map(([name, value]) => [name, redact(value)] as const)
  return {
    method,
    url,
    headers: Object.fromEntries(named),
    ...(body !== undefined && { body: redact(body) }),
    shell,
  }
}

const longest = 4_000

function answerOf(http: HttpResult, redact: Redact): WrittenExchange['answer'] {
  const { kind, milliseconds } = http
  if (http.kind === 'silence') return { kind, milliseconds }
  if (http.kind === 'unreachable') return { kind, reason: redact(http.reason), milliseconds }
  const { status, rawHeaders, bytes } = http
  const headers = rawHeaders.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, redact(shownHeader(name, rawHeaders[at + 1] ?? ''))]] : [],
  )
  const body = redact(shownBody(http)).slice(0, longest)
  return { kind, status, headers, body, bytes: bytes.length, milliseconds }
}

// A cookie opens a session at the seller.
function shownHeader(name: string, value: string): string {
  return /cookie/i.test(name) ? hidden : maskNamed(name, value)
}

// The very text matters where a rule is about it: only what has something to hide is written anew.
function shownBody(http: HttpAnswer): string {
  const body = bodyOf(http)
  if (body === undefined) return maskPlainText(http.text)
  const shown = JSON.stringify(maskAnswer(body))
  return shown === JSON.stringify(body) ? http.text : shown
}

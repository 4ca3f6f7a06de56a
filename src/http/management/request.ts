import { isUtf8 } from 'node:buffer'
import type { IncomingHttpHeaders } from 'node:http'
import { parse as parseQuery } from 'node:querystring'
import type { Request as ContractRequest } from 'openapi-backend'
import { isStorable } from '../../domain/storable-text.ts'
import type { Caller } from '../../management/access.ts'
import type { Browser } from '../../management/context.ts'
import { type FaultyField, Problem } from '../../management/problem.ts'
import type { OnceRequest } from './answer-once.ts'
import { fileLimitOf } from './file-limit.ts'
import { isObject } from '../is-object.ts'
import { splitTarget } from '../split-target.ts'

/** A request as the contract validates it. */
export interface ManagementCall {
  readonly request: ContractRequest
  /** Why the body is not JSON, if it is none. */
  readonly bodyFault: string | undefined
  readonly caller: Caller
  readonly requestId: string
  /** Is aborted when whoever asked has hung up. */
  readonly gone: AbortSignal
  readonly browser: Browser
  /** As it came. */
  readonly asked: OnceRequest
}

/** A request whose token held and whose raw body was read; `target` is path and query. */
export type ReadRequest = OnceRequest &
  Pick<ManagementCall, 'caller' | 'requestId' | 'gone' | 'browser'>

/** Takes over a request. Throws Problem 400 for a path that is not well encoded. */
export function openManagementCall(read: ReadRequest): ManagementCall {
  const { target, method, headers, body, caller, requestId, gone, browser } = read
  const [path, query] = splitTarget(target)
  const isFile = method === 'POST' && fileLimitOf(target) !== undefined
  const parsed = isFile ? { value: body } : parseBody(body)
  return {
    request: {
      method,
      path: wellEncoded(path),
      query: { ...parseQuery(query) } as Record<string, string | string[]>,
      headers: { 'content-type': 'application/json', ...readFrom(headers) },
      body: 'value' in parsed ? parsed.value : undefined,
    },
    bodyFault: 'fault' in parsed ? parsed.fault : undefined,
    caller,
    requestId,
    gone,
    browser,
    asked: read,
  }
}

const headersRead = ['if-match', 'idempotency-key']

function readFrom(headers: IncomingHttpHeaders) {
  const given = Object.entries(headers).filter(([name]) => headersRead.includes(name))
  return Object.fromEntries(given) as Record<string, string>
}

// openapi-backend decodes path parameters, and throws what it cannot.
function wellEncoded(path: string): string {
  try {
    decodeURIComponent(path)
    return path
  } catch (error) {
    if (error instanceof URIError) throw new Problem(400, 'The path is not percent-encoded UTF-8.')
    throw error
  }
}

type ParsedBody = { readonly value: unknown } | { readonly fault: string }

function parseBody(raw: Buffer): ParsedBody {
  if (raw.length === 0) return { fault: 'is missing' }
  if (!isUtf8(raw)) return { fault: 'is not UTF-8' }
  try {
    const value: unknown = JSON.parse(raw.toString())
    return isObject(value) ? { value } : { fault: 'must be a JSON object' }
  } catch (error) {
    return { fault: `is not JSON${positionOf(error)}` }
  }
}

// Not the parser's whole message: it quotes the body, which may hold a password.
function positionOf(error: unknown): string {
  const [, position] = /at position (\d+)/.exec(String(error)) ?? []
  return position === undefined ? '' : `, from character ${position} on`
}

/**
 * Whether JSON has characters by their numbers: in UTF-8, which it was checked to be, no character that
 * cannot be stored stands in another way.
 */
export function hasEscapes(raw: Buffer): boolean {
  return raw.includes('\\u')
}

/**
 * The fields that hold text which no database takes, a NUL or half a surrogate pair, or have it as
 * their name.
 */
export function unstorableFields(value: unknown, path: readonly string[] = []): FaultyField[] {
  if (typeof value !== 'object' || value === null) return isStorable(value) ? [] : [notText(path)]
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = [...path, name]
    return isStorable(name) ? unstorableFields(inner, at) : [notText(at)]
  })
}

function notText(path: readonly string[]): FaultyField {
  return { field: path.join('/'), message: 'holds characters that are not text' }
}

import { isUtf8 } from 'node:buffer'
import type { Request } from 'express'
import { findV1Query, readV1Query } from '../../crypto/v1-auth-token.ts'
import type { Address, InterfaceType } from '../../domain/address.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { InterfaceFamily } from '../../calls/call.ts'
import type { StoredCall } from '../../management/context.ts'
import type { CallRoute } from './match-route.ts'

/** One call of the store, from its bytes on. */
export interface StoreCall {
  readonly address: Address
  readonly family: InterfaceFamily
  readonly method: string
  /** The path with the address, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Request['headers']
  readonly receivedAt: Date
  /** The body of a POST, once it was read; of a GET, which says everything there, the query as it came. */
  rawBody: Buffer
  /** The members of the body, read when its signature holds; of a GET the parameters that it covers. */
  body: ParsedBody
  /** operationId of the seller contract, once it is known. */
  operation: string
  /** Set when the signature held. */
  verification?: Verification
}

/** The key that verified a call, its interface type, and the nonce that the call used up, if it has one. */
export interface Verification {
  readonly interfaceType: InterfaceType
  readonly key: string
  readonly nonce?: string
}

/** A body that is a JSON object, or the refusal that says why it is none. */
export type ParsedBody = { readonly members: Members } | { readonly refusal: Refusal }

type Members = Readonly<Record<string, unknown>>

/** Takes over a request whose head was read. */
export function openCall(
  request: Request,
  { address, family }: CallRoute,
  receivedAt: Date,
): StoreCall {
  const [path = '', query = ''] = splitOnce(request.originalUrl, '?')
  const method = request.method.toLowerCase()
  return {
    address,
    family,
    method,
    path,
    query: new URLSearchParams(query),
    headers: request.headers,
    receivedAt,
    operation: '',
    rawBody: Buffer.from(method === 'get' ? query : ''),
    body: { members: {} },
  }
}

/** A call that was kept, to be run again; of its address nothing is left but the query of a GET. */
export function reopenCall(stored: StoredCall, method: string, receivedAt: Date): StoreCall {
  const { address, family, operation, rawBody } = stored
  const call: StoreCall = {
    address,
    family,
    method,
    path: `/${address.name}`,
    query: new URLSearchParams(),
    headers: {},
    receivedAt,
    operation,
    rawBody,
    body: method === 'get' ? readParameters(rawBody) : parseBody(rawBody),
  }
  const found = method === 'get' ? findV1Query(rawBody.toString(), address.keys.v1) : undefined
  if (found === undefined) return call
  call.body = storableMembers(found.parameters)
  // Its fields were encrypted with the key that verified it.
  call.verification = { interfaceType: 'v1', key: found.key }
  return call
}

/** The parameters of a query, before it is known which reading of them is right. */
function readParameters(query: Buffer): ParsedBody {
  return storableMembers(readV1Query(query.toString()).parameters)
}

/** What nobody signed, as far as it is short: to be kept for whoever looks for the reason. */
export function readUnverified({ method, rawBody }: StoreCall, longest: number): Members {
  if (rawBody.length > longest) return {}
  const read = method === 'get' ? readParameters(rawBody) : parseBody(rawBody)
  return 'members' in read ? read.members : {}
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** Any content type will do: the documents spell the charset in several ways. */
export function parseBody(raw: Buffer): ParsedBody {
  if (!isUtf8(raw)) return refused('body is not UTF-8')
  try {
    const value: unknown = JSON.parse(raw.toString())
    return isObject(value) ? storableMembers(value) : refused('body is not a JSON object')
  } catch (error) {
    return refused('body is not JSON', error)
  }
}

/** The members, unless one of them is a text that no database takes. */
export function storableMembers(members: Members): ParsedBody {
  const unstorable = Object.keys(members).find((name) => !isStorable(members[name]))
  return unstorable === undefined
    ? { members }
    : refused(`${unstorable} holds characters that are not text`)
}

/** The members as they came; none when the body is not an object, or its signature did not hold. */
export function membersOf({ body }: StoreCall): Members {
  return 'members' in body ? body.members : {}
}

/** The members that the contract validates: `null` and `""` count as absent. */
export function presentMembers(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== ''),
  )
}

/** False for text that Postgres cannot hold: with a NUL character or half a surrogate pair. */
export function isStorable(value: unknown): boolean {
  return typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0'))
}

function refused(message: string, cause?: unknown): ParsedBody {
  return { refusal: new Refusal('000002', message, { cause }) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

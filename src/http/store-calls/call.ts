import { isUtf8 } from 'node:buffer'
import type { Request } from 'express'
import type { Address, InterfaceType } from '../../domain/address.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { MessageFamily } from '../../handlers/ask.ts'
import type { KeptCall } from '../../handlers/management/desk.ts'

/** The families that calls come in: by the path segment behind the address, and the kit below it. */
export type CallFamily = MessageFamily | 'license' | 'license-code' | 'kit'

/** One call of the store, from its bytes on. */
export interface StoreCall {
  readonly address: Address
  readonly family: CallFamily
  readonly method: string
  /** The path with the address, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Request['headers']
  readonly rawBody: Buffer
  readonly body: ParsedBody
  readonly receivedAt: Date
  /** Set when the signature held. */
  authentic?: Authentic
}

/** The key that verified a call, its interface type, and the nonce that the call used up. */
export interface Authentic {
  readonly interfaceType: InterfaceType
  readonly key: string
  readonly nonce: string
}

/** A body that is a JSON object, or the refusal that says why it is none. */
export type ParsedBody =
  { readonly members: Readonly<Record<string, unknown>> } | { readonly refusal: Refusal }

/** Takes over a request whose raw body was read. */
export function openCall(
  request: Request,
  address: Address,
  family: CallFamily,
  receivedAt: Date,
): StoreCall {
  const [path = '', query = ''] = splitOnce(request.originalUrl, '?')
  const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  return {
    address,
    family,
    method: request.method.toLowerCase(),
    path,
    query: new URLSearchParams(query),
    headers: request.headers,
    rawBody,
    body: parseBody(rawBody),
    receivedAt,
  }
}

/** A call that was kept, to be run again; of its query nothing is left. */
export function reopenCall({ address, family, rawBody }: KeptCall, receivedAt: Date): StoreCall {
  return {
    address,
    family,
    method: 'post',
    path: `/${address.name}/${family}`,
    query: new URLSearchParams(),
    headers: {},
    rawBody,
    body: parseBody(rawBody),
    receivedAt,
  }
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** Any content type will do: the documents spell the charset in several ways. */
function parseBody(raw: Buffer): ParsedBody {
  if (!isUtf8(raw)) return refused('body is not UTF-8')
  try {
    return parsedMembers(JSON.parse(raw.toString()))
  } catch (error) {
    return refused('body is not JSON', error)
  }
}

function parsedMembers(value: unknown): ParsedBody {
  if (!isObject(value)) return refused('body is not a JSON object')
  const unstorable = Object.keys(value).find((name) => !isStorable(value[name]))
  return unstorable === undefined
    ? { members: value }
    : refused(`${unstorable} holds characters that are not text`)
}

/** The members as they came; none when the body is no object. */
export function membersOf({ body }: StoreCall): Readonly<Record<string, unknown>> {
  return 'members' in body ? body.members : {}
}

/** The members that the contract judges: `null` and `""` count as absent. */
export function presentMembers(
  members: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
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

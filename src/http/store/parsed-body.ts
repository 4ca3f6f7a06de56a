import { isUtf8 } from 'node:buffer'
import type { Members, ParsedBody, ReceivedCall } from '../../calls/call.ts'
import { readV1Query } from '../../crypto/v1-auth-token.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isStorable } from '../../domain/storable-text.ts'
import { interfaceOf } from '../../interfaces.ts'
import { isObject } from '../is-object.ts'

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

/** The parameters of a query, before it is known which reading of them is right. */
export function parseQuery(query: Buffer): ParsedBody {
  return storableMembers(readV1Query(query.toString()).parameters)
}

/** What nobody signed, as far as it is short: to be kept for whoever looks for the reason. */
export function readUnverified({ operation, rawBody }: ReceivedCall, longest: number): Members {
  if (rawBody.length > longest) return {}
  const { method } = interfaceOf(operation)
  const read = method === 'get' ? parseQuery(rawBody) : parseBody(rawBody)
  return 'members' in read ? read.members : {}
}

// Of V1 and License 1.0, which read them by themselves and keep what came of it encrypted: they only
// inform, and are no reason to refuse an order.
const informing: readonly string[] = ['mobilePhone', 'email', 'saasExtendParams']

/** The parameters, unless one that is kept as it is is a text that no database takes. */
export function storableParameters(parameters: Members): ParsedBody {
  return storable(parameters, (name) => !informing.includes(name))
}

/** The members, unless one of them is a text that no database takes. */
function storableMembers(members: Members): ParsedBody {
  return storable(members, () => true)
}

function storable(members: Members, isKept: (name: string) => boolean): ParsedBody {
  const names = Object.keys(members).filter(isKept)
  const unstorable = names.find((name) => !isStorable(members[name]))
  return unstorable === undefined
    ? { members }
    : refused(`${unstorable} holds characters that are not text`)
}

/** The members that the contract validates: `null` and `""` count as absent. */
export function presentMembers(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== ''),
  )
}

function refused(message: string, cause?: unknown): ParsedBody {
  return { refusal: new Refusal('000002', message, { cause }) }
}

import { writtenIfShallow } from './compact-json.ts'
import { equalInConstantTime, hmacSha256 } from './hmac-sha256.ts'

/** Parameters of a query, decoded, by name. */
export type V1Parameters = Readonly<Record<string, string>>

/** A query read once: its token, if it has one, and its other parameters. */
export interface V1Query {
  readonly authToken: string | undefined
  readonly parameters: V1Parameters
}

/** The accepted key that made the token, and the parameters as they read when it held. */
export interface VerifiedV1Query {
  readonly key: string
  readonly parameters: V1Parameters
}

type Members = Readonly<Record<string, unknown>>

/**
 * Reads a query (with or without its question mark) as a form: decoded once, `+` is a space, of a
 * name that occurs twice the first counts. A space in the token was a `+`.
 * Source: auth Token取值说明, zh-cn_topic_0070649066.
 */
export function readV1Query(query: string): V1Query {
  // The last entry of a name wins there, so the first comes last.
  const all = Object.fromEntries([...new URLSearchParams(query)].reverse())
  const { authToken, ...parameters } = all
  return { authToken: authToken?.replaceAll(' ', '+'), parameters }
}

/** Whether a text has the form of a token: Base64 of 32 bytes. */
export function isV1Token(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text)
}

/** The text that the token of a query covers: all parameters, empty ones too, sorted by code unit. */
export function v1QueryText(parameters: V1Parameters): string {
  return joined(Object.entries(parameters))
}

/**
 * The text that the token of a body covers: as for a query, but members that are blank are left
 * out. Texts stand as they are, numbers in digits, lists as compact JSON (inferred: the documents
 * have no rule for them that can be followed). Throws RangeError for lists nested too deeply.
 * Source: auth Token取值说明 (POST), zh-cn_topic_0070649135 and zh-cn_topic_0070649159.
 */
export function v1BodyText(members: Members): string {
  const texts = Object.entries(members).map(([name, value]) => [name, v1TextOf(value)] as const)
  return joined(texts.filter(([, text]) => !isBlank(text)))
}

/** The authToken of a query with these parameters, Base64, 44 characters. */
export function signV1Query(parameters: V1Parameters, key: string): string {
  return tokenOf(key, parameters['timeStamp'] ?? '', v1QueryText(parameters))
}

/** The authToken of a body with these members, Base64, 44 characters. */
export function signV1Body(members: Members, key: string): string {
  return tokenOf(key, v1TextOf(members['timeStamp']), v1BodyText(members))
}

/**
 * Finds the accepted key that made the authToken of a query, or undefined. The query is read as a
 * form; if no key holds and it has a `+`, once more with every `+` as it stands.
 */
export function findV1Query(query: string, keys: readonly string[]): VerifiedV1Query | undefined {
  const readings = new Set([query, query.replaceAll('+', '%2B')])
  for (const { authToken = '', parameters } of Array.from(readings, readV1Query)) {
    const timeStamp = parameters['timeStamp'] ?? ''
    const key = findKey({ authToken, timeStamp, text: v1QueryText(parameters) }, keys)
    if (key !== undefined) return { key, parameters }
  }
  return undefined
}

/** Returns the accepted key that made the authToken (a header's value) of a body, or undefined. */
export function findV1BodyKey(
  { authToken, members }: { readonly authToken: string; readonly members: Members },
  keys: readonly string[],
): string | undefined {
  const text = writtenIfShallow(() => v1BodyText(members))
  if (text === undefined) return undefined
  return findKey({ authToken, timeStamp: v1TextOf(members['timeStamp']), text }, keys)
}

interface Claim {
  readonly authToken: string
  readonly timeStamp: string
  readonly text: string
}

function findKey({ authToken, timeStamp, text }: Claim, keys: readonly string[]) {
  if (!isUsableTimeStamp(timeStamp)) return undefined
  return keys.find((key) => equalInConstantTime(tokenOf(key, timeStamp, text), authToken))
}

/**
 * HMAC fills its key with zero bytes: a time of nothing else would leave the Key alone, which signs
 * answers, and an answer could then serve as a call.
 */
export function isUsableTimeStamp(timeStamp: string): boolean {
  return !/^\0*$/.test(timeStamp)
}

function tokenOf(key: string, timeStamp: string, text: string): string {
  return hmacSha256(key + timeStamp, text).toString('base64')
}

function joined(entries: readonly (readonly [string, string])[]): string {
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

/** The text of a value in the token of a body. */
export function v1TextOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Whether the token of a body leaves a text out. */
export function isBlank(text: string): boolean {
  return blank.test(text)
}

// The white space of Java, in which the documents' sample is written: trim() would take more away.
const blank = /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/

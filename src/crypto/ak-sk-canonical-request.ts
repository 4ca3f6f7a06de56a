import { createHash } from 'node:crypto'

/** A request as it goes over the wire; `headers` by name in any case, `body` the bytes that are sent. */
export interface StoreRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string
}

/** Name of the header whose value stands for the body's hash. */
const bodyHashHeader = 'x-sdk-content-sha256'

/**
 * The canonical request of SDK-HMAC-SHA256, over the named headers (any case, any order).
 * A named header that the request lacks counts as empty. Throws URIError if the path is not UTF-8.
 * Source: API signing guide, devg-apisign/api-sign-algorithm-002.
 */
export function canonicalRequest(request: StoreRequest, headerNames: readonly string[]): string {
  const headers = lowerCaseNames(request.headers)
  const names = sortedNames(headerNames)
  return [
    request.method.toUpperCase(),
    canonicalPath(request.url.pathname),
    canonicalQuery([...request.url.searchParams]),
    names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join(''),
    names.join(';'),
    headers[bodyHashHeader] ?? sha256Hex(request.body),
  ].join('\n')
}

/** Names in lower case, sorted, as `SignedHeaders` lists them. */
export function sortedNames(names: readonly string[]): readonly string[] {
  return names.map((name) => name.toLowerCase()).sort()
}

/** The headers under their lower-case names. */
export function lowerCaseNames(headers: StoreRequest['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
}

/**
 * Parameters (decoded) as canonical query: encoded, sorted by name, then value, joined by `&`.
 * Also safe to send: unlike URLSearchParams it writes a space as `%20`, never as `+`.
 */
export function canonicalQuery(parameters: readonly (readonly [string, string])[]): string {
  return [...parameters]
    .sort((a, b) => compareCodePoints(a[0], b[0]) || compareCodePoints(a[1], b[1]))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&')
}

/** SHA-256 as 64 lower-case hex digits. */
export function sha256Hex(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}

function canonicalPath(pathname: string): string {
  const path = pathname
    .split('/')
    .map((segment) => encode(decodeURIComponent(segment)))
    .join('/')
  return path.endsWith('/') ? path : `${path}/`
}

// encodeURIComponent leaves these five alone, RFC 3986 does not.
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

// The byte order of UTF-8 is the order of code points; the order of JavaScript strings is not.
function compareCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

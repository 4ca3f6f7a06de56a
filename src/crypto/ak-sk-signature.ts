import {
  bodyHashHeader,
  canonicalRequest,
  lowerCaseNames,
  sha256Hex,
  sortedNames,
  type StoreRequest,
} from './ak-sk-canonical-request.ts'
import { equalInConstantTime, hmacSha256 } from './hmac-sha256.ts'

export { canonicalQuery, canonicalRequest, type StoreRequest } from './ak-sk-canonical-request.ts'

const algorithm = 'SDK-HMAC-SHA256'
const windowMilliseconds = 15 * 60 * 1000
const authorizationPattern =
  /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/i

/** A request to sign with the seller's access key pair at the moment `now`. */
export interface UnsignedStoreRequest extends StoreRequest {
  readonly accessKey: string
  readonly secretKey: string
  readonly now: Date
}

/**
 * Returns the headers to send, by lower-case name: those given, `host`, `x-sdk-date` and
 * `authorization`. All are signed but the content type of a multipart body and names with an
 * underscore: Huawei's own SDKs leave these out too.
 * Source: AK/SK signing, SDK-HMAC-SHA256, devg-apisign/api-sign-algorithm-002.
 */
export function signStoreRequest(request: UnsignedStoreRequest): Record<string, string> {
  const given = lowerCaseNames(request.headers)
  const headers = { ...given, host: request.url.host, 'x-sdk-date': sdkDate(request.now) }
  const signed = Object.entries(headers).filter(([name, value]) => isSigned(name, value))
  const names = sortedNames(signed.map(([name]) => name))
  const signature = akSkSignature({ ...request, headers }, names, request.secretKey)
  const parts = [
    `Access=${request.accessKey}`,
    `SignedHeaders=${names.join(';')}`,
    `Signature=${signature}`,
  ]
  return { ...headers, authorization: `${algorithm} ${parts.join(', ')}` }
}

/** The signature over the named headers, 64 lower-case hex digits; `x-sdk-date` must be a header. */
export function akSkSignature(
  request: StoreRequest,
  headerNames: readonly string[],
  secretKey: string,
): string {
  const date = lowerCaseNames(request.headers)['x-sdk-date'] ?? ''
  const text = [algorithm, date, sha256Hex(canonicalRequest(request, headerNames))].join('\n')
  return hmacSha256(secretKey, text).toString('hex')
}

/** What the verification found: whose request it is, or why it is refused. */
export type StoreVerdict =
  | { readonly verified: true; readonly accessKey: string }
  | { readonly verified: false; readonly reason: string }

/**
 * Verifies a request as the store's gateway does: the signature in constant time, `host` and
 * `x-sdk-date` signed, at most 15 minutes between `x-sdk-date` and `now`, the body's hash.
 * `findSecret` returns the secret of an access key, or undefined for an unknown one.
 */
export function verifyStoreRequest(
  request: StoreRequest & { readonly now: Date },
  findSecret: (accessKey: string) => string | undefined,
): StoreVerdict {
  const headers = lowerCaseNames(request.headers)
  const authorization = authorizationPattern.exec(headers.authorization ?? '')
  if (authorization === null) return refused('the authorization header is missing or malformed')
  const [, accessKey = '', signedHeaders = '', signature = ''] = authorization
  const names = signedHeaders.split(';')
  const fault = faultOfHeaders(headers, names, request)
  if (fault !== undefined) return refused(fault)
  const secretKey = findSecret(accessKey)
  if (secretKey === undefined) return refused('the access key is unknown')
  const expected = akSkSignature(request, names, secretKey)
  const equal = equalInConstantTime(expected, signature.toLowerCase())
  return equal ? { verified: true, accessKey } : refused('the signature does not match')
}

function faultOfHeaders(
  headers: Readonly<Record<string, string>>,
  names: readonly string[],
  { body, now }: { readonly body: Buffer | string; readonly now: Date },
): string | undefined {
  const unsigned = ['host', 'x-sdk-date'].find((name) => !names.includes(name))
  if (unsigned !== undefined) return `the header ${unsigned} is not signed`
  const absent = names.find((name) => headers[name] === undefined)
  if (absent !== undefined) return `the signed header ${absent} is missing`
  const date = parseSdkDate(headers['x-sdk-date'] ?? '')
  if (date === undefined) return 'x-sdk-date is not of the form yyyyMMddTHHmmssZ'
  if (Math.abs(date.getTime() - now.getTime()) > windowMilliseconds)
    return 'x-sdk-date is more than 15 minutes away'
  const hash = headers[bodyHashHeader]
  const isHash = hash === undefined || hash === 'UNSIGNED-PAYLOAD' || hash === sha256Hex(body)
  return isHash ? undefined : `${bodyHashHeader} is not the hash of the body`
}

/** A moment as `x-sdk-date` carries it, UTC, `yyyyMMdd'T'HHmmss'Z'`. */
function sdkDate(moment: Date): string {
  return moment.toISOString().replace(/-|:|\.\d{3}/g, '')
}

function parseSdkDate(text: string): Date | undefined {
  const moment = new Date(text.replace(/(....)(..)(..T..)(..)/, '$1-$2-$3:$4:'))
  return !Number.isNaN(moment.getTime()) && sdkDate(moment) === text ? moment : undefined
}

function isSigned(name: string, value: string): boolean {
  if (name === 'authorization' || name.includes('_')) return false
  return name !== 'content-type' || !value.startsWith('multipart/')
}

function refused(reason: string): StoreVerdict {
  return { verified: false, reason }
}

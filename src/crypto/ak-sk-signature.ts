import {
  canonicalRequest,
  lowerCaseNames,
  sha256Hex,
  sortedNames,
  type StoreRequest,
} from './ak-sk-canonical-request.ts'
import { hmacSha256 } from './hmac-sha256.ts'

export { canonicalQuery, canonicalRequest, type StoreRequest } from './ak-sk-canonical-request.ts'

const algorithm = 'SDK-HMAC-SHA256'

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

/** A moment as `x-sdk-date` carries it, UTC, `yyyyMMdd'T'HHmmss'Z'`. */
function sdkDate(moment: Date): string {
  return moment.toISOString().replace(/-|:|\.\d{3}/g, '')
}

function isSigned(name: string, value: string): boolean {
  if (name === 'authorization' || name.includes('_')) return false
  return name !== 'content-type' || !value.startsWith('multipart/')
}

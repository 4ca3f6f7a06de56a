import { type BodyClaim, type SignedBody, findBodyKey } from './find-body-key.ts'
import { hmacSha256 } from './hmac-sha256.ts'

export { compactSorted } from './compact-json.ts'

/**
 * V2 query signature, 64 lower-case hex digits: HMAC-SHA256 over
 * `key + nonce + timestamp + hex(HMAC-SHA256(payload))`, both with the access key.
 * Source: HTTP Body签名, zh-cn_topic_0070649476.
 */
export function signV2Query({ key, nonce, timestamp, payload }: SignedBody): string {
  const inner = hmacSha256(key, payload).toString('hex')
  return hmacSha256(key, key + nonce + timestamp + inner).toString('hex')
}

/** Returns the accepted key that made the query signature, or undefined; see findBodyKey. */
export function findV2Key(claim: BodyClaim, keys: readonly string[]): string | undefined {
  return findBodyKey(claim, keys, signV2Query)
}

import { type BodyClaim, type SignedBody, findBodyKey } from './find-body-key.ts'
import { hmacSha256 } from './hmac-sha256.ts'

/**
 * Header signature of kit V2 (`x-sign`), 64 lower-case hex digits: HMAC-SHA256 with the access key
 * over `key + nonce + timestamp + payload`. The payload itself stands there, not its hash as in the
 * V2 query signature.
 * Source: 联营kit接口HTTP Body签名, zh-cn_topic_0070649476.
 */
export function signKitV2({ key, nonce, timestamp, payload }: SignedBody): string {
  return hmacSha256(key, key + nonce + timestamp, payload).toString('hex')
}

/** Returns the accepted key that made the header signature, or undefined; see findBodyKey. */
export function findKitV2Key(claim: BodyClaim, keys: readonly string[]): string | undefined {
  return findBodyKey(claim, keys, signKitV2)
}

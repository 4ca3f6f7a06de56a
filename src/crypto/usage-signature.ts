import { hmacSha256 } from './hmac-sha256.ts'

export { compactSortedDeeply } from './compact-json.ts'

/** The parts of a usage signature. */
export interface SignedUsage {
  /** The seller key bound to the basic interface; not the SK. */
  readonly key: string
  /** Milliseconds since 1970, as text. */
  readonly ts: string
  /** At most 64 characters. */
  readonly nonce: string
  /** The very bytes that are sent, made with compactSortedDeeply. */
  readonly body: Buffer | string
}

/**
 * The header `signature` of the usage push: HMAC-SHA256 over `ts={ts}&nonce={nonce}&body={body}`,
 * nothing encoded, Base64, 44 characters.
 * Source: 按需使用量推送(新), zh-cn_topic_0070649410, and its sample PushDemoForPublic_2_0.
 */
export function signUsage({ key, ts, nonce, body }: SignedUsage): string {
  return hmacSha256(key, `ts=${ts}&nonce=${nonce}&body=`, body).toString('base64')
}

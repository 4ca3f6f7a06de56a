import { createHmac, timingSafeEqual } from 'node:crypto'

/** The parts of a V2 signature; `nonce` and `timestamp` exactly as they stand in the query. */
export interface V2Signed {
  readonly key: string
  readonly nonce: string
  readonly timestamp: string
  readonly payload: Buffer | string
}

/**
 * V2 query signature, 64 lower-case hex digits: HMAC-SHA256 over
 * `key + nonce + timestamp + hex(HMAC-SHA256(payload))`, both with the access key.
 * Source: HTTP Body签名, zh-cn_topic_0070649476.
 */
export function signV2Query({ key, nonce, timestamp, payload }: V2Signed): string {
  const inner = hmacHex(key, payload)
  return hmacHex(key, key + nonce + timestamp + inner)
}

/** A call to verify: `compact` makes the sorted compact form of the body, if the body has one. */
export interface V2Claim {
  readonly nonce: string
  readonly timestamp: string
  readonly signature: string
  readonly rawBody: Buffer
  readonly compact: () => string | undefined
}

/**
 * Returns the accepted key that made the signature, or undefined.
 * The raw bytes are tried first with every key, then the sorted compact form of the body.
 */
export function findV2Key(claim: V2Claim, keys: readonly string[]): string | undefined {
  const signature = Buffer.from(claim.signature.toLowerCase())
  const holds = (key: string, payload: Buffer | string) =>
    equalInConstantTime(Buffer.from(signV2Query({ ...claim, key, payload })), signature)
  const byRawBody = keys.find((key) => holds(key, claim.rawBody))
  if (byRawBody !== undefined) return byRawBody
  const compact = claim.compact()
  return compact === undefined ? undefined : keys.find((key) => holds(key, compact))
}

/** The body as the store serialises it: top-level keys sorted by code unit, nulls left out, compact. */
export function compactSorted(body: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(body).filter(([, value]) => value !== null)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(Object.fromEntries(entries))
}

function hmacHex(key: string, message: Buffer | string): string {
  return createHmac('sha256', key).update(message).digest('hex')
}

function equalInConstantTime(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

import { compactFormOf } from './compact-form.ts'
import { equalInConstantTime } from './hmac-sha256.ts'

/** The parts of a signature over a body; `nonce` and `timestamp` exactly as they were sent. */
export interface SignedBody {
  readonly key: string
  readonly nonce: string
  readonly timestamp: string
  readonly payload: Buffer | string
}

/** A call to verify. */
export interface BodyClaim {
  readonly nonce: string
  readonly timestamp: string
  /** Hex in either case. */
  readonly signature: string
  readonly rawBody: Buffer
}

/** Whether a text has the form of such a signature: 64 hex digits, in either case. */
export function isHexSignature(text: string): boolean {
  return /^[\da-f]{64}$/i.test(text)
}

/**
 * Returns the accepted key that made the signature, or undefined; `sign` gives lower-case hex.
 * The raw bytes are tried first with every key, then the sorted compact form of the body.
 */
export function findBodyKey(
  claim: BodyClaim,
  keys: readonly string[],
  sign: (signed: SignedBody) => string,
): string | undefined {
  const signature = claim.signature.toLowerCase()
  const { rawBody } = claim
  const holds = (key: string, payload: Buffer | string) =>
    equalInConstantTime(sign({ ...claim, key, payload }), signature)
  const byRawBody = keys.find((key) => holds(key, rawBody))
  if (byRawBody !== undefined) return byRawBody
  const compact = compactFormOf(rawBody)
  return compact === undefined ? undefined : keys.find((key) => holds(key, compact))
}

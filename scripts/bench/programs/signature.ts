import { createHmac, timingSafeEqual } from 'node:crypto'

const windowMs = 60_000

/** What the store puts into the query of a signed call. */
export interface SignedQuery {
  readonly nonce: string
  readonly timestamp: string
  readonly signature: string
}

/** The signed part of a query string; what is missing is empty. */
export function signedQueryOf(url: string): SignedQuery {
  const { searchParams } = new URL(url, 'http://localhost')
  const valueOf = (name: string) => searchParams.get(name) ?? ''
  return {
    nonce: valueOf('nonce'),
    timestamp: valueOf('timestamp'),
    signature: valueOf('signature'),
  }
}

/** Whether the key signed these bytes, not longer than a minute ago: both HMACs, in constant time. */
export function isSigned(raw: Buffer, key: string, query: SignedQuery): boolean {
  const { nonce, timestamp, signature } = query
  const expected = Buffer.from(hmac(key, key + nonce + timestamp + hmac(key, raw)))
  const given = Buffer.from(signature.toLowerCase())
  const isFresh = Math.abs(Date.now() - Number(timestamp)) <= windowMs
  return isFresh && given.length === expected.length && timingSafeEqual(given, expected)
}

function hmac(key: string, message: Buffer | string): string {
  return createHmac('sha256', key).update(message).digest('hex')
}

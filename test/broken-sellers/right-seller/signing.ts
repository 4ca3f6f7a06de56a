import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Generation } from '../../../src/simulator/calls/calls.ts'
import type { KeyType } from '../../../src/simulator/calls/access-keys.ts'
import type { Members, Parts, Seller } from './parts.ts'
import { parseObject, textOf } from './parse.ts'

export const keyTypes: Readonly<Record<Generation, KeyType>> = {
  saasV2: 'basic',
  licenseA: 'basic',
  licenseC: 'license',
  orders: 'order',
  kitV2: 'kit',
  saasV1: 'v1',
  licenseB: 'v1',
  kitV1: 'v1',
}

/** HMAC-SHA256 of texts and bytes, one behind the other. */
export function hmac(key: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const digest = createHmac('sha256', key)
  for (const part of parts) digest.update(part)
  return digest.digest()
}

/** Compares in constant time. */
export function isSame(expected: string, received: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(received)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Members as compact JSON, sorted, without those that are null. */
export function compactSorted(members: Members): string {
  const given = Object.entries(members).filter(([, value]) => value !== null)
  return JSON.stringify(Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1))))
}

const windowMs = 60_000
// The most nonces that are kept; each is dropped once its time is over.
const mostNonces = 100_000

function takeNonce(nonce: string, { memory: { nonces } }: Seller): boolean {
  const now = Date.now()
  if (nonces.size > mostNonces)
    for (const [old, until] of nonces) if (until < now) nonces.delete(old)
  if ((nonces.get(nonce) ?? 0) > now) return false
  nonces.set(nonce, now + 2 * windowMs)
  return true
}

/** `name=value` of all parameters, sorted by name. */
function joined(entries: readonly (readonly [string, string])[]): string {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([name, value]) => `${name}=${value}`).join('&')
}

function v1BodyText(members: Members): string {
  const texts = Object.entries(members).map(([name, value]) => [name, textOf(value)] as const)
  return joined(texts.filter(([, text]) => text.trim() !== ''))
}

export const signingParts = {
  acceptedKeys: (generation, { keys }) => keys[keyTypes[generation]],
  signV2: ({ key, nonce, timestamp, payload }) =>
    hmac(key, key, nonce, timestamp, hmac(key, payload).toString('hex')).toString('hex'),
  signKitV2: ({ key, nonce, timestamp, payload }) =>
    hmac(key, key, nonce, timestamp, payload).toString('hex'),
  payloads: (rawBody) => [rawBody, compactSorted(parseObject(rawBody))],
  isSameHex: (expected, received) => isSame(expected, received.toLowerCase()),
  isFresh(timestamp, now) {
    if (!/^\d{10}(\d{3})?$/.test(timestamp)) return false
    const at = Number(timestamp) * (timestamp.length === 10 ? 1000 : 1)
    return Math.abs(now - at) <= windowMs
  },
  takeNonce,
  v1QueryText: (query) =>
    joined(Object.entries(query).map(([name, value]) => [name, textOf(value)])),
  v1BodyText,
  signV1: (key, timeStamp, text) => hmac(key + timeStamp, text).toString('base64'),
  bodySign: (key, body) =>
    `sign_type="HMAC-SHA256", signature="${hmac(key, body).toString('base64')}"`,
} satisfies Partial<Parts>

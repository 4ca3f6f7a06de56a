import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Generation } from '../../../src/simulator/calls/calls.ts'
import type { KeyType } from '../../../src/simulator/calls/access-keys.ts'
import type { Members, Parts, Received, Seller } from './parts.ts'
import { parseObject } from './parse.ts'
import { invalid, unsigned } from './refusal.ts'

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

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function v1BodyText(members: Members): string {
  const texts = Object.entries(members).map(([name, value]) => [name, textOf(value)] as const)
  return joined(texts.filter(([, text]) => text.trim() !== ''))
}

function verifyV2(received: Received, seller: Seller): string {
  const { does } = seller
  const isKit = received.generation === 'kitV2'
  const { signature, timestamp, nonce } = isKit
    ? signatureOfKit(received)
    : signatureOfQuery(received)
  if (!timestamp || !nonce) throw invalid('timestamp or nonce is missing')
  if (!does.isFresh(timestamp, Date.now())) throw invalid('timestamp is out of its window')
  const sign = isKit ? does.signKitV2 : does.signV2
  const payloads = does.payloads(received.rawBody)
  const key = does
    .acceptedKeys(received.generation, seller)
    .find((one) =>
      payloads.some((payload) =>
        does.isSameHex(sign({ key: one, nonce, timestamp, payload }), signature),
      ),
    )
  if (key === undefined) throw unsigned('the signature does not hold')
  if (!does.takeNonce(nonce, seller)) throw unsigned('the nonce was used before')
  return key
}

function signatureOfQuery({ query }: Received) {
  const parameters = new URLSearchParams(query)
  const read = (name: string) => parameters.get(name) ?? ''
  return { signature: read('signature'), timestamp: read('timestamp'), nonce: read('nonce') }
}

function signatureOfKit({ headers }: Received) {
  const read = (name: string) => String(headers[name] ?? '')
  return { signature: read('x-sign'), timestamp: read('x-timestamp'), nonce: read('x-nonce') }
}

// A form decoder makes blanks of plus signs: as it stands is tried second.
function verifyV1(received: Received, seller: Seller): string {
  const { does } = seller
  const readings =
    received.generation === 'kitV1' ? [bodyToken(received, does)] : queryTokens(received, does)
  for (const { authToken, timeStamp, text } of readings) {
    if (timeStamp === '') throw invalid('timeStamp is missing')
    const keys = does.acceptedKeys(received.generation, seller)
    const key = keys.find((one) => isSame(does.signV1(one, timeStamp, text), authToken))
    if (key !== undefined) return key
  }
  throw unsigned('authToken does not hold')
}

function bodyToken({ headers, rawBody }: Received, does: Parts) {
  const members = parseObject(rawBody)
  const timeStamp = textOf(members['timeStamp'])
  return {
    authToken: String(headers['authtoken'] ?? ''),
    timeStamp,
    text: does.v1BodyText(members),
  }
}

function queryTokens({ query }: Received, does: Parts) {
  return [query, query.replaceAll('+', '%2B')].map((text) => {
    const { authToken = '', ...parameters } = readQuery(text)
    const timeStamp = parameters['timeStamp'] ?? ''
    return {
      authToken: authToken.replaceAll(' ', '+'),
      timeStamp,
      text: does.v1QueryText(parameters),
    }
  })
}

/** The parameters of a query, decoded once; of a name that stands twice the first counts. */
export function readQuery(query: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...new URLSearchParams(query)].reverse())
}

export const signingParts = {
  verify: (received, seller) =>
    keyTypes[received.generation] === 'v1'
      ? verifyV1(received, seller)
      : verifyV2(received, seller),
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

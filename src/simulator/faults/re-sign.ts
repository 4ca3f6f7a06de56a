import { randomBytes } from 'node:crypto'
import type { Generation } from '../calls/calls.ts'
import { endpointOf } from '../calls/endpoints.ts'
import type { SignedRequest } from '../calls/signed-request.ts'
import { signKitV2 } from '../../crypto/kit-v2-signature.ts'
import { signV2Query } from '../../crypto/v2-query-signature.ts'
import { isObject } from '../calls/answer.ts'
import { beijingTime, callTime } from '../store-time.ts'

/** What a request was signed with. */
export interface Signing {
  readonly generation: Generation
  readonly key: string
}

type Members = Readonly<Record<string, unknown>>

/** The generations of V2, which sign a timestamp and a nonce; those of V1 have a timeStamp alone. */
function hasNonce(generation: Generation): boolean {
  return schemeOf(generation) === 'query' || schemeOf(generation) === 'header'
}

/** The members of a request, wherever they stand; what signs them is left out. */
export function membersOf(request: SignedRequest, { generation }: Signing): Members {
  if (schemeOf(generation) !== 'parameters') return bodyMembers(request)
  const { authToken: _signature, ...members } = Object.fromEntries(request.url.searchParams)
  return members
}

function bodyMembers({ body = '{}' }: SignedRequest): Members {
  const members: unknown = JSON.parse(body)
  return isObject(members) ? members : {}
}

/** The request once more with other members and their signature, made now. */
export function withMembers(
  { url }: SignedRequest,
  { generation, key }: Signing,
  members: Members,
): SignedRequest {
  const address = new URL(url)
  address.search = ''
  return endpointOf(generation).sign(address, key, members)
}

/** The same members, signed with another key. */
export function withKey(request: SignedRequest, signing: Signing, key: string): SignedRequest {
  return withMembers(request, { ...signing, key }, membersOf(request, signing))
}

/** A key that is not the seller's. */
export function anotherKey(): string {
  return randomBytes(16).toString('hex')
}

/** The stamp of a request of V2. */
export interface Stamp {
  readonly timestamp: string
  readonly nonce: string
}

/** The timestamp and nonce of a request of V2, or undefined for one of V1. */
export function stampOf(
  { url, headers }: SignedRequest,
  generation: Generation,
): Stamp | undefined {
  if (!hasNonce(generation)) return undefined
  const read = (name: string) => url.searchParams.get(name) ?? headers[`x-${name}`] ?? ''
  return { timestamp: read('timestamp'), nonce: read('nonce') }
}

/** A request of V2 with the same body and a stamp of one's choice, rightly signed; V1's as it was. */
export function withStamp(
  request: SignedRequest,
  { generation, key }: Signing,
  stamp: Partial<Stamp>,
): SignedRequest {
  const own = stampOf(request, generation)
  if (own === undefined) return request
  const { timestamp, nonce } = { ...own, ...stamp }
  const claim = { key, timestamp, nonce, payload: request.body ?? '' }
  if (schemeOf(generation) === 'header') {
    const signed = { 'x-sign': signKitV2(claim).toUpperCase(), 'x-timestamp': timestamp }
    return { ...request, headers: { ...request.headers, ...signed, 'x-nonce': nonce } }
  }
  const url = new URL(request.url)
  const signature = signV2Query(claim).toUpperCase()
  url.search = new URLSearchParams({ signature, timestamp, nonce }).toString()
  return { ...request, url }
}

/** The same call as if it had been signed so long ago. */
export function signedAgo(request: SignedRequest, signing: Signing, ms: number): SignedRequest {
  const then = Date.now() - ms
  if (hasNonce(signing.generation)) return withStamp(request, signing, { timestamp: String(then) })
  // The kit stamps its bodies in Beijing time.
  const timeOf = signing.generation === 'kitV1' ? beijingTime : callTime
  const members = { ...membersOf(request, signing), timeStamp: timeOf(new Date(then)) }
  return withMembers(request, signing, members)
}

function schemeOf(generation: Generation): 'query' | 'header' | 'parameters' | 'token' {
  if (generation === 'kitV2') return 'header'
  if (generation === 'kitV1') return 'token'
  return generation === 'saasV1' || generation === 'licenseB' ? 'parameters' : 'query'
}

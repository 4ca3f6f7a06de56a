import { limits } from '../../contract.ts'
import { findKitV2Key } from '../../crypto/kit-v2-signature.ts'
import type { BodyClaim } from '../../crypto/find-body-key.ts'
import { findV1BodyKey, findV1Query } from '../../crypto/v1-auth-token.ts'
import { compactSorted, findV2Key } from '../../crypto/v2-query-signature.ts'
import type { InterfaceType } from '../../domain/address.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Authentic, type StoreCall, isStorable, membersOf, storableMembers } from './call.ts'

// The store's pages say 60 s; both ways, because its clock may be ahead of ours.
const windowMs = 60_000
const longestNonce = limits.nonce

// Each of these verifies a call with the keys of an interface type and throws Refusal 000002 for
// what is missing, malformed or stale beside the signature, and 000001 for a signature that is
// missing or does not hold. That a nonce is new shows at the commit.

/** The signature in the query, of V2, the online license, license codes and order notifications. */
export function authenticateV2Query(call: StoreCall, interfaceType: InterfaceType): Authentic {
  const valueOf = (name: string) => call.query.get(name) ?? undefined
  const names = { timestamp: 'timestamp', nonce: 'nonce', signature: 'signature' }
  return authenticateBody(call, { interfaceType, names, valueOf, find: findV2Key })
}

/** The signature in the headers of kit V2. */
export function authenticateKitV2(call: StoreCall): Authentic {
  const valueOf = (name: string) => call.headers[name]?.toString()
  const names = { timestamp: 'x-timestamp', nonce: 'x-nonce', signature: 'x-sign' }
  return authenticateBody(call, { interfaceType: 'kit', names, valueOf, find: findKitV2Key })
}

/** The authToken of a V1 query; the call's parameters are from then on what it covers. */
export function authenticateV1Query(call: StoreCall): Authentic {
  if (!call.query.get('authToken')) throw new Refusal('000001', 'authToken is missing')
  requireTimeStamp(call)
  const found = findV1Query(call.rawBody.toString(), keysOf(call, 'v1'))
  if (found === undefined) throw new Refusal('000001', 'authToken does not match')
  call.body = storableMembers(found.parameters)
  return { interfaceType: 'v1', key: found.key }
}

/** The authToken in the header of kit V1. */
export function authenticateKitV1(call: StoreCall): Authentic {
  const authToken = call.headers['authtoken']?.toString()
  if (!authToken) throw new Refusal('000001', 'authToken is missing')
  if ('members' in call.body) requireTimeStamp(call)
  const key = findV1BodyKey({ authToken, members: membersOf(call) }, keysOf(call, 'v1'))
  if (key === undefined) throw new Refusal('000001', 'authToken does not match')
  return { interfaceType: 'v1', key }
}

// The key of the HMAC: without it nothing can be verified.
function requireTimeStamp(call: StoreCall): void {
  if (!membersOf(call)['timeStamp']) throw new Refusal('000002', 'timeStamp is missing')
}

/** Where and how a signature over timestamp, nonce and body is carried. */
interface Carrier {
  readonly interfaceType: InterfaceType
  readonly names: Readonly<Record<'timestamp' | 'nonce' | 'signature', string>>
  readonly valueOf: (name: string) => string | undefined
  readonly find: (claim: BodyClaim, keys: readonly string[]) => string | undefined
}

function authenticateBody(call: StoreCall, carrier: Carrier): Authentic {
  const { interfaceType, names, valueOf, find } = carrier
  const timestamp = freshTimestamp(names.timestamp, valueOf(names.timestamp), call.receivedAt)
  const nonce = usableNonce(names.nonce, valueOf(names.nonce))
  const signature = valueOf(names.signature)
  if (!signature) throw new Refusal('000001', `${names.signature} is missing`)
  const keys = keysOf(call, interfaceType)
  const { rawBody } = call
  const compact = () => ('members' in call.body ? compactSorted(call.body.members) : undefined)
  const key = find({ nonce, timestamp, signature, rawBody, compact }, keys)
  if (key === undefined) throw new Refusal('000001', `${names.signature} does not match`)
  return { interfaceType, key, nonce }
}

function keysOf({ address }: StoreCall, interfaceType: InterfaceType): readonly string[] {
  const keys = address.keys[interfaceType]
  if (keys.length === 0) throw new Refusal('000001', `no ${interfaceType} key is set`)
  return keys
}

function freshTimestamp(name: string, timestamp: string | undefined, receivedAt: Date): string {
  if (!timestamp) throw new Refusal('000002', `${name} is missing`)
  if (!/^(\d{10}|\d{13})$/.test(timestamp)) {
    throw new Refusal('000002', `${name} must have 13 digits (milliseconds)`)
  }
  const sentAt = Number(timestamp) * (timestamp.length === 10 ? 1000 : 1)
  if (Math.abs(receivedAt.getTime() - sentAt) > windowMs) {
    throw new Refusal('000002', `${name} is more than 60 seconds away from now`)
  }
  return timestamp
}

function usableNonce(name: string, nonce: string | undefined): string {
  if (!nonce) throw new Refusal('000002', `${name} is missing`)
  if (nonce.length > longestNonce) {
    throw new Refusal('000002', `${name} is longer than ${longestNonce} characters`)
  }
  if (!isStorable(nonce)) throw new Refusal('000002', `${name} holds characters that are not text`)
  return nonce
}

import { lengths } from '../../contract/index.ts'
import { findKitV2Key } from '../../crypto/kit-v2-signature.ts'
import { type BodyClaim, isHexSignature } from '../../crypto/find-body-key.ts'
import { findV1BodyKey, findV1Query, isV1Token } from '../../crypto/v1-auth-token.ts'
import { readV1RawBody } from '../../crypto/v1-raw-body.ts'
import { findV2Key } from '../../crypto/v2-query-signature.ts'
import type { InterfaceType } from '../../domain/address.ts'
import { Refusal } from '../../domain/refusal.ts'
import {
  type Verification,
  type StoreCall,
  isStorable,
  membersOf,
  parseBody,
  storableMembers,
} from './call.ts'
import { refuseJoined } from './joined-parameters.ts'

// The store's pages say 60 s; both ways, because its clock may be ahead of ours.
const windowMs = 60_000
const maxNonceLength = lengths.nonce

// Each of these judges a call by what stands before its body, with the keys of an interface type, and
// tells how the body is to be verified: whoever cannot have signed it makes nobody read it. Both steps
// throw Refusal 000002 for what is missing, malformed or stale beside the signature, and 000001 for a
// signature that is missing, malformed or does not hold. That a nonce is new shows at the commit.

/** Verifies the body of a call that was admitted by its head, and reads its members. */
export type Verify = (call: StoreCall) => Verification
export type Admit = (call: StoreCall) => Verify

/** The signature in the query, of V2, the online license, license codes and order notifications. */
export function admitV2Query(call: StoreCall, interfaceType: InterfaceType): Verify {
  const valueOf = (name: string) => call.query.get(name) ?? undefined
  const names = { timestamp: 'timestamp', nonce: 'nonce', signature: 'signature' }
  return admitBody(call, { interfaceType, names, valueOf, find: findV2Key })
}

/** The signature in the headers of kit V2. */
export function admitKitV2(call: StoreCall): Verify {
  const valueOf = (name: string) => call.headers[name]?.toString()
  const names = { timestamp: 'x-timestamp', nonce: 'x-nonce', signature: 'x-sign' }
  return admitBody(call, { interfaceType: 'kit', names, valueOf, find: findKitV2Key })
}

/** The authToken of a V1 query; the call's parameters are from then on what it covers. */
export function admitV1Query(call: StoreCall): Verify {
  // A plus sign that came bare.
  wellFormedToken(call.query.get('authToken')?.replaceAll(' ', '+'))
  if (!call.query.get('timeStamp')) throw new Refusal('000002', 'timeStamp is missing')
  const keys = keysOf(call, 'v1')
  return (call) => {
    const found = findV1Query(call.rawBody.toString(), keys)
    if (found === undefined) throw new Refusal('000001', 'authToken does not match')
    refuseJoined(found.parameters)
    call.body = storableMembers(found.parameters)
    return { interfaceType: 'v1', key: found.key }
  }
}

/** The authToken in the header of kit V1; the time that it is made with stands in the body. */
export function admitKitV1(call: StoreCall): Verify {
  const authToken = wellFormedToken(call.headers['authtoken']?.toString())
  const keys = keysOf(call, 'v1')
  return (call) => {
    const key = keyOfRawBody(authToken, call.rawBody, keys)
    call.body = parseBody(call.rawBody)
    // What was read of the bytes is what was parsed, or whoever has the key sent what is not JSON.
    const holds = 'refusal' in call.body || findV1BodyKey({ authToken, ...call.body }, [key])
    if (!holds) throw new Refusal('000001', 'authToken does not match')
    refuseJoined(membersOf(call))
    return { interfaceType: 'v1', key }
  }
}

function keyOfRawBody(authToken: string, rawBody: Buffer, keys: readonly string[]): string {
  const body = readV1RawBody(rawBody)
  if (body?.timeStamp === '') throw new Refusal('000002', 'timeStamp is missing')
  const key = body?.findKey(authToken, keys)
  if (key === undefined) throw new Refusal('000001', 'authToken does not match')
  return key
}

function wellFormedToken(authToken: string | undefined): string {
  if (!authToken) throw new Refusal('000001', 'authToken is missing')
  if (!isV1Token(authToken)) throw new Refusal('000001', 'authToken is not Base64 of 32 bytes')
  return authToken
}

/** Where and how a signature over timestamp, nonce and body is carried. */
interface Carrier {
  readonly interfaceType: InterfaceType
  readonly names: Readonly<Record<'timestamp' | 'nonce' | 'signature', string>>
  readonly valueOf: (name: string) => string | undefined
  readonly find: (claim: BodyClaim, keys: readonly string[]) => string | undefined
}

function admitBody(call: StoreCall, carrier: Carrier): Verify {
  const { interfaceType, names, valueOf, find } = carrier
  const timestamp = freshTimestamp(names.timestamp, valueOf(names.timestamp), call.receivedAt)
  const nonce = usableNonce(names.nonce, valueOf(names.nonce))
  const signature = wellFormedSignature(names.signature, valueOf(names.signature))
  const keys = keysOf(call, interfaceType)
  return (call) => {
    const key = find({ nonce, timestamp, signature, rawBody: call.rawBody }, keys)
    if (key === undefined) throw new Refusal('000001', `${names.signature} does not match`)
    call.body = parseBody(call.rawBody)
    return { interfaceType, key, nonce }
  }
}

function wellFormedSignature(name: string, signature: string | undefined): string {
  if (!signature) throw new Refusal('000001', `${name} is missing`)
  if (!isHexSignature(signature)) throw new Refusal('000001', `${name} is not 64 hex digits`)
  return signature
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
  if (nonce.length > maxNonceLength) {
    throw new Refusal('000002', `${name} is longer than ${maxNonceLength} characters`)
  }
  if (!isStorable(nonce)) throw new Refusal('000002', `${name} holds characters that are not text`)
  return nonce
}

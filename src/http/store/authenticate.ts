import { lengths } from '../../contract/index.ts'
import { findKitV2Key } from '../../crypto/kit-v2-signature.ts'
import { type BodyClaim, isHexSignature } from '../../crypto/find-body-key.ts'
import { findV1BodyKey, findV1Query, isV1Token } from '../../crypto/v1-auth-token.ts'
import { readV1RawBody } from '../../crypto/v1-raw-body.ts'
import { findV2Key } from '../../crypto/v2-query-signature.ts'
import { type ReceivedCall, type VerifiedCall, membersOf } from '../../calls/call.ts'
import type { InterfaceType } from '../../domain/address.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mismatch, noKey, outOfTime } from '../../domain/signature-refusal.ts'
import { isStorable } from '../../domain/storable-text.ts'
import { type Carrier, interfaceOf, signatures } from '../../interfaces.ts'
import { parseBody, storableParameters } from './parsed-body.ts'
import { refuseJoined } from './joined-parameters.ts'

// The store's pages say 60 s; both ways, because its clock may be ahead of ours.
const windowMs = 60_000
const maxNonceLength = lengths.nonce

/** Verifies the body of a call that was admitted by its head. */
export type Verify = (call: ReceivedCall) => VerifiedCall

/**
 * Checks a call by its head, and returns how its body is to be verified: whoever cannot have signed it
 * makes nobody read it. Both steps throw Refusal 000002 for what is missing, malformed
 * or stale beside the signature, and 000001 for a signature that is missing, malformed or does not
 * match. That a nonce is new shows at a commit.
 */
export function admit(call: ReceivedCall): Verify {
  const { keyType, carrier } = signatures[interfaceOf(call.operation).signature]
  return admitBy[carrier](call, keyType)
}

type Admit = (call: ReceivedCall, keyType: InterfaceType) => Verify

/** The check of each way in which a signature is carried. */
const admitBy: Readonly<Record<Carrier, Admit>> = {
  'query-signature': admitV2Query,
  'header-signature': admitKitV2,
  'query-token': admitV1Query,
  'header-token': admitKitV1,
}

/** The signature in the query, of V2, the online license, license codes and order notifications. */
function admitV2Query(call: ReceivedCall, keyType: InterfaceType): Verify {
  const query = new URLSearchParams(call.query)
  const valueOf = (name: string) => query.get(name) ?? undefined
  const names = { timestamp: 'timestamp', nonce: 'nonce', signature: 'signature' }
  return admitBody(call, { keyType, names, valueOf, find: findV2Key })
}

/** The signature in the headers of kit V2. */
function admitKitV2(call: ReceivedCall, keyType: InterfaceType): Verify {
  const valueOf = (name: string) => call.headers[name]?.toString()
  const names = { timestamp: 'x-timestamp', nonce: 'x-nonce', signature: 'x-sign' }
  return admitBody(call, { keyType, names, valueOf, find: findKitV2Key })
}

/** The authToken of a V1 query; the call's parameters are from then on what it covers. */
function admitV1Query(call: ReceivedCall, keyType: InterfaceType): Verify {
  const query = new URLSearchParams(call.query)
  // A plus sign that came bare.
  wellFormedToken(query.get('authToken')?.replaceAll(' ', '+'))
  if (!query.get('timeStamp')) throw new Refusal('000002', 'timeStamp is missing')
  const keys = keysOf(call, keyType)
  return (call) => {
    const found = findV1Query(call.rawBody.toString(), keys)
    if (found === undefined) throw mismatch('authToken')
    refuseJoined(found.parameters)
    const body = storableParameters(found.parameters)
    return { ...call, key: found.key, parsed: () => body }
  }
}

/** The authToken in the header of kit V1; the time that it is made with stands in the body. */
function admitKitV1(call: ReceivedCall, keyType: InterfaceType): Verify {
  const authToken = wellFormedToken(call.headers['authtoken']?.toString())
  const keys = keysOf(call, keyType)
  return (call) => {
    const key = keyOfRawBody(authToken, call.rawBody, keys)
    const body = parseBody(call.rawBody)
    const verified = { ...call, key, parsed: () => body }
    // What was read of the bytes is what was parsed, or whoever has the key sent what is not JSON.
    const holds = 'refusal' in body || findV1BodyKey({ authToken, ...body }, [key])
    if (!holds) throw mismatch('authToken')
    refuseJoined(membersOf(verified))
    return verified
  }
}

function keyOfRawBody(authToken: string, rawBody: Buffer, keys: readonly string[]): string {
  const body = readV1RawBody(rawBody)
  if (body?.timeStamp === '') throw new Refusal('000002', 'timeStamp is missing')
  const key = body?.findKey(authToken, keys)
  if (key === undefined) throw mismatch('authToken')
  return key
}

function wellFormedToken(authToken: string | undefined): string {
  if (!authToken) throw new Refusal('000001', 'authToken is missing')
  if (!isV1Token(authToken)) throw new Refusal('000001', 'authToken is not Base64 of 32 bytes')
  return authToken
}

/** Where and how a signature over timestamp, nonce and body is carried. */
interface CarriedSignature {
  readonly keyType: InterfaceType
  readonly names: Readonly<Record<'timestamp' | 'nonce' | 'signature', string>>
  readonly valueOf: (name: string) => string | undefined
  readonly find: (claim: BodyClaim, keys: readonly string[]) => string | undefined
}

function admitBody(
  call: ReceivedCall,
  { keyType, names, valueOf, find }: CarriedSignature,
): Verify {
  const timestamp = freshTimestamp(names.timestamp, valueOf(names.timestamp), call.receivedAt)
  const nonce = usableNonce(names.nonce, valueOf(names.nonce))
  const signature = wellFormedSignature(names.signature, valueOf(names.signature))
  const keys = keysOf(call, keyType)
  return (call) => {
    const key = find({ nonce, timestamp, signature, rawBody: call.rawBody }, keys)
    if (key === undefined) throw mismatch(names.signature)
    const used = { site: call.address.site, interfaceType: keyType, key, value: nonce }
    return { ...call, key, nonce: used, parsed: once(() => parseBody(call.rawBody)) }
  }
}

function wellFormedSignature(name: string, signature: string | undefined): string {
  if (!signature) throw new Refusal('000001', `${name} is missing`)
  if (!isHexSignature(signature)) throw new Refusal('000001', `${name} is not 64 hex digits`)
  return signature
}

function keysOf({ address }: ReceivedCall, keyType: InterfaceType): readonly string[] {
  const keys = address.keys[keyType]
  if (keys.length === 0) throw noKey(keyType)
  return keys
}

function freshTimestamp(name: string, timestamp: string | undefined, receivedAt: Date): string {
  if (!timestamp) throw new Refusal('000002', `${name} is missing`)
  if (!/^(\d{10}|\d{13})$/.test(timestamp)) {
    throw new Refusal('000002', `${name} must have 13 digits (milliseconds)`)
  }
  const sentAt = Number(timestamp) * (timestamp.length === 10 ? 1000 : 1)
  if (Math.abs(receivedAt.getTime() - sentAt) > windowMs) {
    throw outOfTime(name)
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

/** Makes a value when it is first asked for: a list of megabytes is parsed for who needs it. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

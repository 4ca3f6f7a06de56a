import type { InterfaceType } from '../domain/address.ts'
import { compactSorted, findV2Key } from '../crypto/v2-query-signature.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Authentic, type StoreCall, isStorable } from './store-call.ts'

// The store's pages say 60 s; both ways, because its clock may be ahead of ours.
const windowMs = 60_000
const longestNonce = 128

/**
 * Verifies the V2 query signature of a call with the keys of an interface type.
 * Throws Refusal 000002 for a timestamp or nonce that is missing, malformed or stale and 000001 for
 * a signature that is missing or does not hold. That the nonce is new shows at the commit.
 */
export function authenticateV2Query(call: StoreCall, interfaceType: InterfaceType): Authentic {
  const timestamp = freshTimestamp(call)
  const nonce = usableNonce(call)
  const signature = call.query.get('signature')
  if (!signature) throw new Refusal('000001', 'signature is missing')
  const keys = call.address.keys[interfaceType]
  if (keys.length === 0) throw new Refusal('000001', `no ${interfaceType} key is set`)
  const { rawBody } = call
  const compact = () => ('members' in call.body ? compactSorted(call.body.members) : undefined)
  const key = findV2Key({ nonce, timestamp, signature, rawBody, compact }, keys)
  if (key === undefined) throw new Refusal('000001', 'signature does not match')
  return { interfaceType, key, nonce }
}

function freshTimestamp(call: StoreCall): string {
  const timestamp = call.query.get('timestamp')
  if (!timestamp) throw new Refusal('000002', 'timestamp is missing')
  if (!/^(\d{10}|\d{13})$/.test(timestamp)) {
    throw new Refusal('000002', 'timestamp must have 13 digits (milliseconds)')
  }
  const sentAt = Number(timestamp) * (timestamp.length === 10 ? 1000 : 1)
  if (Math.abs(call.receivedAt.getTime() - sentAt) > windowMs) {
    throw new Refusal('000002', 'timestamp is more than 60 seconds away from now')
  }
  return timestamp
}

function usableNonce(call: StoreCall): string {
  const nonce = call.query.get('nonce')
  if (!nonce) throw new Refusal('000002', 'nonce is missing')
  if (nonce.length > longestNonce) {
    throw new Refusal('000002', `nonce is longer than ${longestNonce} characters`)
  }
  if (!isStorable(nonce)) throw new Refusal('000002', 'nonce holds characters that are not text')
  return nonce
}

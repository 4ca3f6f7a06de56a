import { randomBytes } from 'node:crypto'
import { compactSorted, signV2Query } from '../../crypto/v2-query-signature.ts'
import type { SignedRequest } from './signed-request.ts'

/**
 * Signs a body for an address as the documents' samples of SaaS V2, License A and C and orders do:
 * signature, a fresh timestamp and nonce in the query.
 */
export function signV2(address: URL, key: string, members: object): SignedRequest {
  const body = compactSorted({ ...members })
  const { timestamp, nonce } = freshStamp()
  const signature = signV2Query({ key, nonce, timestamp, payload: body }).toUpperCase()
  const url = new URL(address)
  url.search = new URLSearchParams({ signature, timestamp, nonce }).toString()
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json;charset=utf8',
  }
  return { method: 'POST', url, headers, body }
}

/**
 * A timestamp in milliseconds and a nonce of 64 upper-case hex digits. Real time, whatever clock the
 * store repeats calls by: the seller accepts 60 s either way.
 */
export function freshStamp(): { readonly timestamp: string; readonly nonce: string } {
  return {
    timestamp: String(Date.now()),
    nonce: randomBytes(32).toString('hex').toUpperCase(),
  }
}

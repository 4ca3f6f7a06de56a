import { signKitV2 } from '../crypto/kit-v2-signature.ts'
import { signV2Query } from '../crypto/v2-query-signature.ts'
import type { SignedRequest } from '../simulator/calls/signed-request.ts'
import type { Spoil } from './exchange.ts'
import type { Seller } from './seller.ts'

/*
 * The usual ways to spoil a signed request. What is spoiled before it is signed (a member too many, an
 * old timeStamp of V1, another key) needs none of them: the members and `seller.withKey` say it.
 */

/** What a request of V2 (query or header signature) is signed anew with; the rest stays. */
export interface Resigned {
  readonly timestamp?: string
  readonly nonce?: string
  /** The bytes to send and to sign, instead of the compact sorted ones. */
  readonly body?: string
  /** Changes the hex that stands in the request, e.g. its case. */
  readonly write?: (signature: string) => string
}

/** Signs a request of a V2 generation anew, valid but for what is given. */
export function resigned(seller: Pick<Seller, 'key' | 'generation'>, as: Resigned): Spoil {
  return (request) => {
    const now = stampOf(request, seller.generation)
    const { timestamp = now.timestamp, nonce = now.nonce, body = request.body ?? '' } = as
    const signed = { key: seller.key, timestamp, nonce, payload: body }
    const { write = (hex) => hex.toUpperCase() } = as
    const make = seller.generation === 'kitV2' ? signKitV2 : signV2Query
    const stamp = { signature: write(make(signed)), timestamp, nonce }
    return { ...stamped(request, seller.generation, stamp), body }
  }
}

/** Changes the headers; undefined takes one away. */
export function withHeaders(headers: Readonly<Record<string, string | undefined>>): Spoil {
  return (request) => {
    const changed = Object.keys(headers).map((name) => name.toLowerCase())
    const others = Object.entries(request.headers).filter(
      ([name]) => !changed.includes(name.toLowerCase()),
    )
    const given = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    )
    return { ...request, headers: Object.fromEntries([...others, ...given]) }
  }
}

/** Changes parameters of the query; undefined takes one away. */
export function withQuery(parameters: Readonly<Record<string, string | undefined>>): Spoil {
  return (request) => {
    const url = new URL(request.url)
    for (const [name, value] of Object.entries(parameters))
      if (value === undefined) url.searchParams.delete(name)
      else url.searchParams.set(name, value)
    return { ...request, url }
  }
}

/** Sends another body under the signature of the first. */
export function withBody(change: (body: string) => string): Spoil {
  return (request) => ({ ...request, body: change(request.body ?? '') })
}

interface Stamp {
  readonly signature: string
  readonly timestamp: string
  readonly nonce: string
}

/** Signature, time and nonce of a request of V2, wherever its generation carries them. */
export function stampOf(request: SignedRequest, generation: Seller['generation']): Stamp {
  const { headers, url } = request
  if (generation === 'kitV2')
    return {
      signature: headers['x-sign'] ?? '',
      timestamp: headers['x-timestamp'] ?? '',
      nonce: headers['x-nonce'] ?? '',
    }
  const read = (name: string) => url.searchParams.get(name) ?? ''
  return { signature: read('signature'), timestamp: read('timestamp'), nonce: read('nonce') }
}

function stamped(request: SignedRequest, generation: Seller['generation'], stamp: Stamp) {
  if (generation === 'kitV2') {
    const { signature, timestamp, nonce } = stamp
    const own = { 'x-sign': signature, 'x-timestamp': timestamp, 'x-nonce': nonce }
    return { ...request, headers: { ...request.headers, ...own } }
  }
  const url = new URL(request.url)
  url.search = new URLSearchParams({ ...stamp }).toString()
  return { ...request, url }
}

import type { SignedRequest } from '../simulator/calls/signed-request.ts'
import { type Stamp, stampOf as bareStampOf, withStamp } from '../simulator/faults/re-sign.ts'
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
  const { body, write, ...stamp } = as
  return (request) => {
    const signed = withStamp({ ...request, ...(body !== undefined && { body }) }, seller, stamp)
    const { generation } = seller
    if (write === undefined) return signed
    return withSignature(signed, generation, write(stampOf(signed, generation).signature))
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

/** What a request of V2 proves itself by. */
export interface SignedStamp extends Stamp {
  readonly signature: string
}

/** Signature, time and nonce of a request of V2, wherever its generation carries them. */
export function stampOf(request: SignedRequest, generation: Seller['generation']): SignedStamp {
  const { timestamp = '', nonce = '' } = bareStampOf(request, generation) ?? {}
  const { headers, url } = request
  const signature = headers['x-sign'] ?? url.searchParams.get('signature') ?? ''
  return { signature, timestamp, nonce }
}

function withSignature(
  request: SignedRequest,
  generation: Seller['generation'],
  signature: string,
): SignedRequest {
  if (generation === 'kitV2')
    return { ...request, headers: { ...request.headers, 'x-sign': signature } }
  const url = new URL(request.url)
  url.searchParams.set('signature', signature)
  return { ...request, url }
}

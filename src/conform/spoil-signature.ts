import type { Generation } from './generations.ts'
import type { SignedRequest } from '../simulator/calls/signed-request.ts'
import { isRaw, type RawRequest } from '../simulator/faults/raw-request.ts'
import type { Exchange, Spoil } from './exchange.ts'
import { withBody, withHeaders, withQuery } from './spoil.ts'

type Part = 'signature' | 'timestamp' | 'nonce'

/** Where a generation carries its signature, and what it calls it. */
interface Carrier {
  readonly place: 'query' | 'headers'
  readonly names: Readonly<Partial<Record<Part, string>>> & { readonly signature: string }
}

const v2: Carrier = {
  place: 'query',
  names: { signature: 'signature', timestamp: 'timestamp', nonce: 'nonce' },
}
const v1: Carrier = { place: 'query', names: { signature: 'authToken' } }

const carriers: Readonly<Record<Generation, Carrier>> = {
  saasV2: v2,
  licenseA: v2,
  licenseC: v2,
  orders: v2,
  saasV1: v1,
  licenseB: v1,
  kitV2: {
    place: 'headers',
    names: { signature: 'x-sign', timestamp: 'x-timestamp', nonce: 'x-nonce' },
  },
  kitV1: { place: 'headers', names: { signature: 'authToken' } },
}

function set(generation: Generation, part: Part, value: string | undefined): Spoil {
  const { place, names } = carriers[generation]
  const name = names[part] ?? ''
  return place === 'query' ? withQuery({ [name]: value }) : withHeaders({ [name]: value })
}

function read({ url, headers }: SignedRequest, generation: Generation, part: Part): string {
  const { place, names } = carriers[generation]
  const name = names[part] ?? ''
  return (place === 'query' ? url.searchParams.get(name) : headers[name]) ?? ''
}

/** Changes the signature that stands in a request; undefined takes it away. */
export function withSignature(
  generation: Generation,
  change: (signature: string) => string | undefined,
): Spoil {
  return (request) =>
    set(generation, 'signature', change(read(request, generation, 'signature')))(request)
}

/** Takes the timestamp or the nonce away. */
export function without(
  generation: Generation,
  part: 'timestamp' | 'nonce',
  request: SignedRequest | RawRequest,
): SignedRequest | RawRequest {
  return isRaw(request) ? request : set(generation, part, undefined)(request)
}

/** Puts what an earlier call was signed with, its time and nonce too, into this one. */
export function underSignatureOf({ generation, request: earlier }: Exchange): Spoil {
  return (request) => {
    if (isRaw(earlier)) return request
    const parts = Object.keys(carriers[generation].names) as Part[]
    return parts.reduce<SignedRequest>((spoiled, part) => {
      const next = set(generation, part, read(earlier, generation, part))(spoiled)
      return isRaw(next) ? spoiled : next
    }, request)
  }
}

/** Adds a member to the body, or a parameter to the query, under the signature of what was there. */
export function withMember(generation: Generation, name: string, value: string): Spoil {
  if (carriers[generation] === v1) return withQuery({ [name]: value })
  return withBody((body) => {
    return body.replace(/\}\s*$/, `,${JSON.stringify(name)}:${JSON.stringify(value)}}`)
  })
}

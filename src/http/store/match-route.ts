import type { Request } from 'express'
import type { Address } from '../../domain/address.ts'
import type { MessageFamily } from '../../calls/call.ts'

/** Where a call came in: the production address, and by path and method the family of interfaces. */
export interface CallPlace {
  readonly address: Address
  readonly family: MessageFamily
}

/** What a path begins with that names an address, and whether a family of interfaces lies there. */
export interface Place {
  readonly address: Address | undefined
  readonly call: CallPlace | undefined
}

/** The families by the path segment behind the address; GET is the older generation. */
const families: ReadonlyMap<string, { readonly post: MessageFamily; readonly get: MessageFamily }> =
  new Map([
    ['saas', { post: 'saas', get: 'saas-v1' }],
    ['license', { post: 'license', get: 'license-v1' }],
    ['license-code', { post: 'license-code', get: 'license-code' }],
    ['orders', { post: 'orders', get: 'orders' }],
  ])
/** Below these products' addresses lies the kit. */
const kitProducts: readonly string[] = ['saas', 'license', 'license-code']

/** Reads the place from path and method; the contract says later whether anything is served there. */
export function placeOf(request: Request, addresses: ReadonlyMap<string, Address>): Place {
  const [path = ''] = request.originalUrl.split('?', 1)
  const [, name = '', segment = '', below] = path.split('/', 4)
  const address = addresses.get(name)
  const family = familyAt(segment, below, request.method)
  return { address, call: address && family && { address, family } }
}

function familyAt(
  segment: string,
  below: string | undefined,
  method: string,
): MessageFamily | undefined {
  if (below === 'produceAPI') return kitProducts.includes(segment) ? 'kit' : undefined
  return families.get(segment)?.[method === 'GET' ? 'get' : 'post']
}

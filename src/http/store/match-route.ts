import type { Request } from 'express'
import type { Address } from '../../domain/address.ts'
import type { InterfaceFamily } from '../../calls/call.ts'

/** Where a call came in: the production address, and by path and method the family of interfaces. */
export interface CallRoute {
  readonly address: Address
  readonly family: InterfaceFamily
}

/** What a path begins with that names an address, and whether a family of interfaces lies there. */
export interface RouteMatch {
  readonly address: Address | undefined
  readonly call: CallRoute | undefined
}

/** The families by the path segment behind the address; GET is the older generation. */
const families: ReadonlyMap<
  string,
  { readonly post: InterfaceFamily; readonly get: InterfaceFamily }
> = new Map([
  ['saas', { post: 'saas-v2', get: 'saas-v1' }],
  ['license', { post: 'license-a', get: 'license-b' }],
  ['license-code', { post: 'license-c', get: 'license-c' }],
  ['orders', { post: 'orders', get: 'orders' }],
])
/** Below these products' addresses lies the kit. */
const kitProducts: readonly string[] = ['saas', 'license', 'license-code']

/** Reads the place from path and method; the contract says later whether anything is served there. */
export function matchRoute(request: Request, addresses: ReadonlyMap<string, Address>): RouteMatch {
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
): InterfaceFamily | undefined {
  if (below === 'produceAPI') return kitProducts.includes(segment) ? 'kit' : undefined
  return families.get(segment)?.[method === 'GET' ? 'get' : 'post']
}

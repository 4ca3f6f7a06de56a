import type { SellerSchemas } from '../../contract/index.ts'
import type { KeyType } from './access-keys.ts'
import type { Generation } from './calls.ts'
import { signKitV1 } from './sign-kit-v1.ts'
import { signKitV2 } from './sign-kit-v2.ts'
import { signV1 } from './sign-v1.ts'
import { signV2 } from './sign-v2.ts'
import type { CallName } from './result-codes.ts'
import type { Sign } from './signed-request.ts'

/** How a generation is called, and what its answers look like. */
export interface Endpoint {
  /** The path behind the address's name; the kit's hangs below any of the products. */
  readonly path: 'saas' | 'license' | 'license-code' | 'orders'
  /** What follows the path before the activity, where the activity stands in it. */
  readonly below?: 'produceAPI' | 'produceAPI/v2'
  readonly keyType: KeyType
  readonly sign: Sign
  /** The schema of the answer. */
  readonly answer: keyof SellerSchemas
  /** True where answers carry Body-Sign. */
  readonly isAnswerSigned: boolean
}

/** The endpoint of each generation. */
export const endpoints = {
  saasV2: {
    path: 'saas',
    keyType: 'basic',
    sign: signV2,
    answer: 'SaasV2Response',
    isAnswerSigned: false,
  },
  saasV1: {
    path: 'saas',
    keyType: 'v1',
    sign: signV1,
    answer: 'SaasV1Response',
    isAnswerSigned: true,
  },
  licenseA: {
    path: 'license',
    keyType: 'basic',
    sign: signV2,
    answer: 'LicenseAResponse',
    isAnswerSigned: false,
  },
  licenseB: {
    path: 'license',
    keyType: 'v1',
    sign: signV1,
    answer: 'LicenseBResponse',
    isAnswerSigned: true,
  },
  licenseC: {
    path: 'license-code',
    keyType: 'license',
    sign: signV2,
    answer: 'Result',
    isAnswerSigned: false,
  },
  orders: {
    path: 'orders',
    keyType: 'order',
    sign: signV2,
    answer: 'Result',
    isAnswerSigned: false,
  },
  kitV2: {
    path: 'saas',
    below: 'produceAPI/v2',
    keyType: 'kit',
    sign: signKitV2,
    answer: 'KitResult',
    isAnswerSigned: false,
  },
  kitV1: {
    path: 'saas',
    below: 'produceAPI',
    keyType: 'v1',
    sign: signKitV1,
    answer: 'KitResult',
    isAnswerSigned: true,
  },
} as const satisfies Record<Generation, Endpoint>

/** The endpoint of a generation, in its general form. */
export function endpointOf(generation: Generation): Endpoint {
  return endpoints[generation]
}

/** The products that the kit hangs below. */
export type Product = Exclude<Endpoint['path'], 'orders'>

/** Where a call goes: `origin/address/path`, and for the kit `/produceAPI/.../activity` behind it. */
export function urlOf(
  generation: Generation,
  activity: string,
  { origin, address, product }: { origin: URL | string; address: string; product?: Product },
): URL {
  const { path, below } = endpointOf(generation)
  const kitTail = below === undefined ? [] : [below, activity]
  const segment = below === undefined ? path : (product ?? path)
  return new URL(['', address, segment, ...kitTail].join('/'), origin)
}

/** Where a call goes that has a production address of its own: the kit's path is hung below it. */
export function urlAt(address: URL | string, { generation, activity }: CallName): URL {
  const { below } = endpointOf(generation)
  const url = new URL(address)
  if (below !== undefined)
    url.pathname = [url.pathname.replace(/\/$/, ''), below, activity].join('/')
  return url
}

import { isIP } from 'node:net'
import type { KeyType } from '../calls/access-keys.ts'
import { endpointOf } from '../calls/endpoints.ts'
import { kitOf } from './calls/kit-calls.ts'
import { keyTypes } from './seller-call.ts'
import type { ListedProduct, ProductionAddress, StoreData } from './store-data.ts'
import type { Text } from '../text.ts'

/** What the console says of a setting that it takes all the same; the real one refuses some of it. */
export interface Warning {
  /** The rule of the seller console. */
  readonly rule: 'SAAS-2' | 'KEY-2' | 'KEY-3' | 'KEY-5' | 'KEY-7'
  readonly text: Text
}

/** Warnings of a production address: not https, an IP address. */
export function addressWarnings(url: string): readonly Warning[] {
  const { protocol, hostname } = new URL(url)
  const warnings: Warning[] = []
  if (protocol !== 'https:')
    warnings.push({
      rule: 'SAAS-2',
      text: {
        en: `${url} is not https; the store calls over https with TLS 1.2 or later.`,
        zh: `${url} 不是 https 地址；云商店要求 HTTPS 且 TLS 1.2 及以上。`,
      },
    })
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || hostname === 'localhost')
    warnings.push({
      rule: 'KEY-5',
      text: {
        en: `${hostname} is not a domain name; a production address must not be an IP address.`,
        zh: `${hostname} 不是域名；生产地址必须使用域名，不能是 IP。`,
      },
    })
  return warnings
}

/** Warnings of a key that is to be bound: shared with another type, or used by listed products. */
export function bindingWarnings(
  data: StoreData,
  address: ProductionAddress,
  { type, key }: { readonly type: KeyType; readonly key: string },
): readonly Warning[] {
  return [...sharedWarnings(data, type, key), ...changeWarnings(data, address, type, key)]
}

/** Warnings of a key that other interface types have too. */
export function sharedWarnings(data: StoreData, type: KeyType, key: string): readonly Warning[] {
  const secret = data.keys[key]?.secret
  const others = new Set(
    Object.values(data.addresses).flatMap(({ keys }) =>
      Object.entries(keys).flatMap(([other, id]) =>
        other !== type && data.keys[id]?.secret === secret ? [other as KeyType] : [],
      ),
    ),
  )
  return [...others].map((other) => ({
    rule: 'KEY-2',
    text: {
      en: `The key is bound to ${keyTypes[other].en} already; two interface types must not share one.`,
      zh: `该密钥已绑定“${keyTypes[other].zh}”；不同接口类型不能使用同一个密钥。`,
    },
  }))
}

function changeWarnings(
  data: StoreData,
  { origin, keys }: ProductionAddress,
  type: KeyType,
  key: string,
): readonly Warning[] {
  if (keys[type] === undefined || keys[type] === key) return []
  const touched = Object.values(data.products).filter(
    (product) => product.state !== 'delisted' && usesKey(product, origin, type),
  )
  return touched.map(({ name }) => ({
    rule: 'KEY-3',
    text: {
      en: `${name} is listed with the key of before: dial tests and orders fail, and are refunded.`,
      zh: `${name} 已使用原密钥上架：更换密钥会造成拨测失败和下单失败退订。`,
    },
  }))
}

/** Whether calls about a product are signed with the key of a type at an origin. */
function usesKey(product: ListedProduct, origin: string, type: KeyType): boolean {
  const { url, generation, joint, ordersUrl } = product
  if (type === 'order') return ordersUrl !== undefined && new URL(ordersUrl).origin === origin
  const types = [
    ...(generation === undefined ? [] : [endpointOf(generation).keyType]),
    ...(joint === undefined ? [] : [endpointOf(kitOf(generation)).keyType]),
  ]
  return new URL(url).origin === origin && types.includes(type)
}

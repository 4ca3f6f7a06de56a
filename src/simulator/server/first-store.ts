import { type AccessKeys, type KeyType, makeAccessKeys } from '../calls/access-keys.ts'
import type { Generation } from '../calls/calls.ts'
import { products } from '../products/products.ts'
import type { Offer, SoldBy, StoreState } from '../state/index.ts'

/** A server of a seller, which is called about one product. */
export interface SellerServer {
  readonly generation: SoldBy
  /** The production address, the whole URL. */
  readonly url: string
  /** Where orders are told, if they are. */
  readonly ordersUrl?: string
  /** The application credential, if it is operated jointly. */
  readonly joint?: {
    readonly appId: string
    readonly publicKey: string
    readonly callback?: string
  }
}

/** What a store begins with. */
export interface FirstStore {
  readonly sellers?: readonly SellerServer[]
  /** The seller's keys; those that are missing are made. */
  readonly keys?: Partial<AccessKeys>
  /** Where buyers sign in. */
  readonly authCentre: string
}

const keyTypes = ['basic', 'v1', 'kit', 'license', 'order'] as const satisfies KeyType[]

/**
 * Sees to it that a store has what it begins with: keys, buyers, an enterprise, and a product for each
 * server. What is there already stays, but for keys that are given.
 */
export async function fillStore(store: StoreState, first: FirstStore): Promise<void> {
  const { actions, data } = store
  const { sellers = [], keys = {}, authCentre } = first
  const urls = sellers.flatMap(({ url, ordersUrl }) => (ordersUrl ? [url, ordersUrl] : [url]))
  for (const url of urls) await actions.registerAddress({ url })
  await bindKeys(store, keys)
  if (Object.keys(data.buyers).length === 0)
    for (const buyer of buyers) await actions.addBuyer(buyer)
  if (Object.keys(data.enterprises).length === 0)
    await actions.addEnterprise({ ...enterprise, domainName: authCentre })
  const listed = new Set(Object.values(data.products).map(({ url }) => url))
  for (const seller of sellers) if (!listed.has(seller.url)) await list(store, seller)
}

/** The key of each type that some address has. */
export function boundKeys({ addresses, keys }: StoreState['data']): Partial<AccessKeys> {
  const bound = Object.values(addresses).flatMap((address) => Object.entries(address.keys))
  const secrets = bound.flatMap(([type, id]) => {
    const secret = keys[id]?.secret
    return secret === undefined ? [] : [[type, secret] as const]
  })
  return Object.fromEntries(secrets)
}

// A seller has one key of each type; an address that is new gets those of the others.
async function bindKeys({ actions, data }: StoreState, given: Partial<AccessKeys>): Promise<void> {
  const all: AccessKeys = { ...makeAccessKeys(), ...boundKeys(data), ...given }
  for (const type of keyTypes) {
    const secret = all[type]
    const wanting = Object.values(data.addresses).filter(
      ({ keys }) => data.keys[keys[type] ?? '']?.secret !== secret,
    )
    if (wanting.length === 0) continue
    const known = Object.values(data.keys).find((key) => key.secret === secret)
    const { id: key } = known ?? (await actions.addKey({ secret }))
    for (const { id: address } of wanting) await actions.bindKey({ address, type, key })
  }
}

async function list({ actions }: StoreState, seller: SellerServer): Promise<void> {
  const { generation, url, ordersUrl, joint } = seller
  await actions.listProduct({
    ...{ generation, url, supervised: false },
    name: names[generation],
    offers: offersOf(generation),
    ...(ordersUrl !== undefined && { ordersUrl }),
    ...(joint && { joint }),
  })
}

const names = {
  saasV2: 'SaaS V2.0',
  saasV1: 'SaaS V1.0',
  licenseA: 'License (online)',
  licenseB: 'License 1.0',
  licenseC: 'License 2.0 (code)',
} as const satisfies Record<SoldBy, string>

/** Whether a product is bought by a generation; the others are called beside one. */
export function isSoldBy(generation: Generation): generation is SoldBy {
  return Object.hasOwn(names, generation)
}

const price = 100
const trialDays = 30

// Every charging mode; a license is sold by period or once, and has no trial (TRY-1).
const saasOffers: readonly Offer[] = [
  { ...products.standardYear, price: 10 * price, trialDays },
  { ...products.standardMonth, price, trialDays },
  { ...products.professionalYear, price: 20 * price },
  { ...products.oneTime, price },
  {
    productId: 'OFFI640274920150441984',
    skuCode: '5c8f3a10-91d7-4a3e-8c42-0f6d2b7e1c93',
    productName: 'SaaS示例商品,按需规格,标准版,按需',
    chargingMode: 'ON_DEMAND',
    price: 0,
  },
  {
    productId: 'OFFI640274920150441985',
    skuCode: '5c8f3a10-91d7-4a3e-8c42-0f6d2b7e1c93',
    productName: 'SaaS示例商品,按需规格,套餐包,按需套餐包',
    chargingMode: 'ON_DEMAND_PKG',
    price: 5 * price,
  },
]

/** What is for sale of a product of a generation, as long as nothing else is said. */
export function offersOf(generation: SellerServer['generation'] | null): readonly Offer[] {
  if (generation === 'saasV2' || generation === 'saasV1') return saasOffers
  return saasOffers.slice(0, 4).map(({ trialDays: _none, ...offer }) => offer)
}

const buyers = [
  {
    customerId: '459bbbec25d24749b2eb83be37b602a8',
    customerName: 'mock_user_01',
    mobilePhone: '18600000001',
    email: 'mock_user_01@example.com',
  },
  {
    customerId: '7d1a90c4b6e24f0f9c35e8a2d4716b05',
    customerName: 'mock_user_02',
    mobilePhone: '18600000002',
    email: 'mock_user_02@example.com',
  },
] as const

/** The departments and accounts of an enterprise, invented. */
export const organisation = {
  departments: [
    { orgCode: '10000', orgName: '示例企业', parentCode: '' },
    { orgCode: '10001', orgName: '销售部', parentCode: '10000' },
  ],
  users: [
    { userName: 'zhangsan', name: '张三', role: 'user', orgCode: '10001' },
    { userName: 'lisi', name: '李四', role: 'admin', orgCode: '10000' },
  ],
} as const

const enterprise = {
  tenantId: '68cbc86abc2018ab880d92f36422fa0e',
  name: '示例企业',
  ...organisation,
}

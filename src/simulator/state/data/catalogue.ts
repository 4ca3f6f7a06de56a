import type { Text } from '../../text.ts'
import type { KeyType } from '../../calls/access-keys.ts'
import type { Generation } from '../../calls/calls.ts'
import type { Product } from '../../products/products.ts'
import type { Moment } from '../moment.ts'

/** An access key (访问密钥), or the Key of V1. */
export interface AccessKey {
  readonly id: string
  secret: string
}

/** A registered production address (生产地址管理): the main domain, and a key for each interface type. */
export interface ProductionAddress {
  readonly id: string
  readonly origin: string
  /** Ids of keys. */
  readonly keys: Partial<Record<KeyType, string>>
}

/** What is for sale of a product: a period, or a way to charge, of one specification. */
export interface Offer extends Product {
  readonly price: number
  /** Of a trial, in days (3 to 180); trials are offered for what is sold by period. */
  readonly trialDays?: number
}

/** 在售, hidden (by address only), 冻结交易 and hidden, 下架. */
export type ProductState = 'onSale' | 'hidden' | 'tradeFrozen' | 'delisted'

/** The generations by which a product is bought. */
export type SoldBy = Extract<Generation, 'saasV2' | 'saasV1' | 'licenseA' | 'licenseB' | 'licenseC'>

/** A listed product: one generation of interfaces, one production address. */
export interface ListedProduct {
  readonly id: string
  name: string
  /** Absent where everything is done by hand, as for human services and hardware. */
  readonly generation?: SoldBy
  /** Where the store calls: the whole URL, below a registered address. */
  url: string
  /** 联营: the kit is called below the URL. */
  readonly joint?: Joint
  /** 涉及服务监管; it cannot be changed after listing. */
  readonly supervised: boolean
  /** Huawei Cloud looks at the acceptance documents too (赋能云, 基地云). */
  readonly reviewed?: boolean
  /** Where its orders are told (订单通知). */
  ordersUrl?: string
  /** Of the fields that V1 encrypts; AES-256 by default. */
  readonly encryptType?: '1' | '2'
  readonly offers: readonly Offer[]
  state: ProductState
  /** Days in a row on which a dial test failed. */
  failingDays: number
}

/** The application credential (应用凭证) of a joint product. */
export interface Joint {
  readonly appId: string
  /** PEM; a client secret is encrypted with it. */
  publicKey: string
  /** Where users come back to after they have signed in (回调地址). */
  readonly callback?: string
  /** 支持多实例绑定. */
  readonly bindsSeveral?: boolean
}

/** A saved debug case (调试用例). */
export interface SavedCase {
  readonly id: string
  readonly product: string
  readonly generation: Generation
  readonly activity: string
  readonly members: Readonly<Record<string, unknown>>
  readonly savedAt: Moment
}

/** A dial test (拨测) of a product. */
export interface DialTest {
  readonly at: Moment
  readonly product: string
  readonly cases: number
  /** By case, what was wrong. */
  readonly failures: { readonly activity: string; readonly exception: Text }[]
}

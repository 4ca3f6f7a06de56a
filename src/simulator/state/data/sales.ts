import type { OrderKey } from '../../products/order-ids.ts'
import type { Moment } from '../moment.ts'
import type { Offer } from './catalogue.ts'

/** A buyer. */
export interface Buyer {
  readonly customerId: string
  readonly customerName: string
  readonly mobilePhone?: string
  readonly email?: string
  readonly userId?: string
  readonly userName?: string
}

/** 待付款, 已取消, 处理中, 已完成, 自动退订. */
export type OrderState = 'pendingPayment' | 'cancelled' | 'processing' | 'completed' | 'refunded'

/** What an order is for. */
export type Purpose =
  | 'NEW'
  | 'TRIAL'
  | 'TRIAL_TO_FORMAL'
  | 'RENEWAL'
  | 'RENEWAL_CHANGE'
  | 'UPGRADE'
  | 'UNSUBSCRIBE'
  | 'UNSUBSCRIBE_RENEWAL_PERIOD'

/** An order of one line. */
export interface PlacedOrder extends OrderKey {
  readonly purpose: Purpose
  state: OrderState
  readonly placedAt: Moment
  readonly customerId: string
  /** The listed product. */
  readonly product: string
  readonly offer: Offer
  readonly quantity: number
  readonly periods: number
  /** What is paid; negative where money goes back. */
  readonly amount: number
  expireTime?: Moment
  /** The instance that it is for; a purchase makes one. */
  readonly instance: string
  /** What the buyer filled in, such as an identification code. */
  readonly extendParams: Record<string, string>
  acceptanceTime?: Moment
  /** When it was refunded because the seller's interface failed. */
  failedAt?: Moment
  supervision?: Supervision
  unsubscription?: Unsubscription
}

/** Whose turn it is (console.md, section 3); `DONE` follows the acceptance within three hours. */
export type SupervisionNode =
  | 'REQUEST_PENDING'
  | 'SELLER_CONFIRM'
  | 'DELIVERING'
  | 'HUAWEI_REVIEW'
  | 'BUYER_ACCEPT'
  | 'ACCEPTED'
  | 'DONE'

/** Service supervision (服务监管) of an order. */
export interface Supervision {
  node: SupervisionNode
  rejections: number
  /** An appeal freezes the flow. */
  appealed: boolean
}

/** A wish to unsubscribe (退订). */
export interface Unsubscription {
  state: 'REQUESTED' | 'APPROVED' | 'REFUNDED' | 'REJECTED' | 'WITHDRAWN'
  readonly order: string
  readonly amount: number
}

/** Models of console.md, section 3. */
export type InstanceStatus =
  | 'REQUESTED'
  | 'PROVISIONING'
  | 'ACTIVE'
  | 'FROZEN'
  | 'RELEASED'
  | 'FAILED'

/** What a buyer has. */
export interface SoldInstance {
  /** The store's own id (资源). */
  readonly id: string
  /** The seller's id, from its first answer on. */
  instanceId?: string
  readonly order: string
  readonly customerId: string
  readonly product: string
  status: InstanceStatus
  readonly frozenBy: ('expiry' | 'violation')[]
  trial: boolean
  offer: Offer
  quantity: number
  expireTime?: Moment
  /** What held before each renewal that counts, the last one last. */
  readonly earlier: { offer: Offer; quantity: number; expireTime: Moment }[]
  /** Where its orders call: an address stays until the order is moved (订单修改设置). */
  target: Target
  /** A license (B) as it was delivered, or a license code (C) as the store made it. */
  license?: string
  /** The entrance and the usage, as the last query of the buyer's page showed them. */
  shown?: unknown
}

/** Where calls about an order go, and what is encrypted for it. */
export interface Target {
  readonly url: string
  readonly publicKey?: string
}

/** A license that was asked for (License A), or a code that the store made (License C). */
export interface SoldLicense {
  /** The event id, or the code. */
  readonly id: string
  readonly instance: string
  status: 'asked' | 'uploaded' | 'waiting' | 'received' | 'ALIVE' | 'EXPIRED' | 'RELEASED'
  expireTime?: Moment
  activatedAt?: Moment
  readonly deviceFingerprint?: string
  content?: string
}

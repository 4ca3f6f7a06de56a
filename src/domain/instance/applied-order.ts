import type { ExtendParam } from '../order/extend-params.ts'
import type { OrderKey } from './order-key.ts'

/** What an order tells of what was bought; what it does not tell is left out. */
export interface Terms {
  /** In the words of the order query. */
  readonly orderType?: string
  readonly chargingMode?: string
  readonly periodType?: string
  readonly periodNumber?: number
  readonly productId?: string
  readonly skuCode?: string
  readonly productName?: string
  readonly quantity?: number
  /** Of a line that sells several, all of them; the members beside it are those of the first. */
  readonly products?: readonly Product[]
  /** GB (V1). */
  readonly diskSize?: number
  /** Mbps (V1). */
  readonly bandWidth?: number
  /** What was paid, as the store wrote it. */
  readonly orderAmount?: string
  /** How the instance is opened (商品实例开通方式), as the store wrote it. */
  readonly provisionType?: string
  readonly extendParams?: readonly ExtendParam[]
}

/** One product of what was bought; what the order does not tell is null. */
export interface Product {
  readonly productId: string
  readonly skuCode: string
  readonly productName: string | null
  readonly quantity: number | null
}

/** What an order did to its instance; `change` is a renewal that changes the plan (RENEWAL_CHANGE). */
export type OrderRole = 'purchase' | 'conversion' | 'renewal' | 'change' | 'refund' | 'upgrade'

/** The roles that a refreshInstance call can have. */
export type RefreshRole = Exclude<OrderRole, 'purchase' | 'upgrade'>

const roles: ReadonlyMap<string, RefreshRole> = new Map<string, RefreshRole>([
  ['TRIAL_TO_FORMAL', 'conversion'],
  ['RENEWAL', 'renewal'],
  ['RENEWAL_CHANGE', 'change'],
  ['UNSUBSCRIBE_RENEWAL_PERIOD', 'refund'],
])

/** The role of a scene; one that did not exist when this was written renews. */
export function roleOfScene(scene: string): RefreshRole {
  return roles.get(scene) ?? 'renewal'
}

/** An order line that was applied to an instance, in the order of the calls. */
export interface AppliedOrder extends OrderKey {
  readonly role: OrderRole
  readonly appliedAt: Date
  /** The expiry that its call told; of a purchase that told none its order's. */
  readonly expireTime: Date | null
  /** The expiry of the instance once it was applied. */
  readonly expiryAfter: Date | null
  /** What the call told, which counts before what its order shows. */
  readonly told: Terms
  /** What the order query has shown; null until then. */
  readonly read: Terms | null
  /** When it was placed; null as long as its order was not read. */
  readonly createdAt: Date | null
  /**
   * Told by the records of a seller who sold it before: an order that was applied by then, and of the
   * purchase what all of them came to.
   */
  readonly isImported: boolean
  /** Its order can be read, so that its time of creation is to come. */
  readonly isQueried: boolean
  /** Of an order that sold several products on one line. */
  readonly productCount: number
  /** A refund has taken it back. */
  readonly isUndone: boolean
  /** Of a refund: which plan holds again could not be told for certain. */
  readonly isUncertain: boolean
}

/** What an order is applied with. */
export type NewOrder = OrderKey &
  Pick<AppliedOrder, 'role' | 'appliedAt' | 'expireTime' | 'expiryAfter'> &
  Partial<Pick<AppliedOrder, 'told' | 'isQueried' | 'isImported'>>

/** An order that is applied now: nothing was read of it, and no refund has taken it back. */
export function newOrder(applied: NewOrder): AppliedOrder {
  return {
    told: {},
    read: null,
    createdAt: null,
    isImported: false,
    isQueried: false,
    productCount: 0,
    isUndone: false,
    isUncertain: false,
    ...applied,
  }
}

/** What is known of an order: its call's words before those of the query. */
export function termsOf({ told, read }: AppliedOrder): Terms {
  return { ...read, ...told }
}

/** Whether two keys name one order line. */
export function isSameOrder(one: OrderKey, other: OrderKey): boolean {
  return one.orderId === other.orderId && one.orderLineId === other.orderLineId
}

/**
 * The orders in the order in which they were placed, as far as that is known: the store restarts a
 * call that failed when newer ones were applied long ago. Where it is not known the call that came
 * last is the last.
 */
export function asPlaced(orders: readonly AppliedOrder[]): AppliedOrder[] {
  return orders.reduce<AppliedOrder[]>((placed, order) => {
    const at = placed.findIndex((other) => isOlder(order, other))
    return at === -1 ? [...placed, order] : placed.toSpliced(at, 0, order)
  }, [])
}

/** The orders that count, as placed: neither a refund nor what one has taken back. */
export function effective(orders: readonly AppliedOrder[]): AppliedOrder[] {
  return asPlaced(orders).filter(({ role, isUndone }) => role !== 'refund' && !isUndone)
}

/** Whether an order that came later was placed earlier. */
function isOlder(late: AppliedOrder, other: AppliedOrder): boolean {
  // An imported purchase stands for all that was applied until then, whenever it was placed itself.
  if (other.role === 'purchase') return other.isImported && endsEarlier(late, other)
  if (late.createdAt !== null && other.createdAt !== null) return late.createdAt < other.createdAt
  if (changesPlan(late) && changesPlan(other)) return false
  return endsEarlier(late, other)
}

/** Of two renewals the older one ends earlier. */
function endsEarlier(late: AppliedOrder, other: AppliedOrder): boolean {
  const areRenewals = late.role !== 'refund' && other.role !== 'refund'
  return areRenewals && isBefore(late.expireTime, other.expireTime)
}

/** True for an upgrade and a renewal with a change: between two of them the later one wins. */
export function changesPlan({ role }: AppliedOrder): boolean {
  return role === 'upgrade' || role === 'change'
}

function isBefore(one: Date | null, other: Date | null): boolean {
  return one !== null && other !== null && one < other
}

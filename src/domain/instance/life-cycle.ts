import { type NewOrder, type RefreshRole, newOrder } from './applied-order.ts'
import { withOrders } from './plan.ts'
import { cancelRenewal } from './refund.ts'
import type { AppInfo, Failure, Instance, OrderKey, Phase, UsageInfo } from './instance.ts'

// The rules of an instance's life (design: provisioning -> active <-> frozen, released from anywhere).
// Each takes an instance and the present time and returns the next instance, or the same one when
// nothing changes: a repeat is a value. A license code lives by the same rules of expiry, freezing and
// release, so these ask for no more than they need.

/** What is frozen, unfrozen and released: an instance, a license. */
export interface Lifecycle {
  readonly phase: Phase
  readonly frozen: boolean
  readonly frozenAfterExpiry: boolean
  readonly expireTime: Date | null
  readonly version: number
  readonly updatedAt: Date
}

/** What is sold for a period, and as which product. */
export interface Renewable extends Lifecycle {
  readonly productId: string | null
}

/**
 * What provisioning came to: addresses for the buyer (none for a license), still under way, or
 * refused with a code.
 */
export type Provisioned =
  | { readonly outcome: 'ready'; readonly appInfo: AppInfo | null }
  | { readonly outcome: 'pending' }
  | { readonly outcome: 'refused'; readonly failure: Failure }

/** A purchase that is being provisioned for the first time; what its call did not tell is left out. */
export type Purchase = Pick<
  Instance,
  'instanceId' | 'site' | 'address' | 'family' | 'test' | 'businessId' | 'orderId' | 'orderLineId'
> &
  Partial<Pick<Instance, 'expireTime' | 'acceptanceTime' | 'buyer'>> &
  Pick<NewOrder, 'told' | 'isQueried' | 'isImported'>

/** A new instance, in the provisioning phase; version 0, because nothing is stored yet. */
export function purchase(given: Purchase, now: Date): Instance {
  const { told, isQueried, isImported, ...bought } = given
  const { orderId, orderLineId, expireTime = null } = bought
  const order = newOrder({
    ...{ orderId, orderLineId, expireTime },
    role: 'purchase',
    appliedAt: now,
    expiryAfter: expireTime,
    ...(told && { told }),
    ...(isQueried !== undefined && { isQueried }),
    ...(isImported !== undefined && { isImported }),
  })
  const instance: Instance = {
    acceptanceTime: null,
    buyer: null,
    ...bought,
    expireTime,
    latestOrderId: orderId,
    latestOrderLineId: orderLineId,
    productId: null,
    trial: false,
    orders: [],
    notes: [],
    phase: 'provisioning',
    frozen: false,
    frozenAfterExpiry: false,
    appInfo: null,
    usageInfo: [],
    failure: null,
    attention: null,
    externalId: null,
    metadata: {},
    version: 0,
    createdAt: now,
    updatedAt: now,
  }
  return withOrders(instance, [order])
}

/** The result of provisioning; dropped when the instance was released meanwhile. */
export function provision(instance: Instance, provisioned: Provisioned, now: Date): Instance {
  if (instance.phase === 'released') return instance
  switch (provisioned.outcome) {
    case 'ready':
      return next(instance, now, {
        phase: 'ready',
        appInfo: provisioned.appInfo,
        failure: null,
      })
    case 'pending':
      return next(instance, now, { phase: 'provisioning', failure: null })
    case 'refused':
      return next(instance, now, { phase: 'failed', failure: provisioned.failure })
  }
}

/** What a renewal tells. V1 has no UNFREEZE for what an expiry froze, so there a renewal always unfreezes. */
export interface Renewal {
  readonly role: RefreshRole
  readonly expireTime: Date
  readonly productId?: string | undefined
  readonly unfreezesAlways?: boolean
}

/** A refreshInstance call, its expiry read. */
export type Refresh = OrderKey & Renewal & Pick<NewOrder, 'told' | 'isQueried'>

/** Applies a renewal, a conversion, or a renewal that is cancelled: sets the expiry, and the plan. */
export function refresh(instance: Instance, call: Refresh, now: Date): Instance {
  const { orderId, orderLineId, role, expireTime, productId, isQueried } = call
  const renewed = renew(instance, call, now)
  const told = { ...call.told, ...(productId !== undefined && { productId }) }
  const order = { orderId, orderLineId, expireTime, appliedAt: now, told }
  const orders =
    role === 'refund'
      ? cancelRenewal(instance.orders, order)
      : [
          ...instance.orders,
          newOrder({
            ...order,
            role,
            expiryAfter: renewed.expireTime,
            ...(isQueried !== undefined && { isQueried }),
          }),
        ]
  const latest = { latestOrderId: orderId, latestOrderLineId: orderLineId }
  return withOrders({ ...renewed, ...latest }, orders)
}

/**
 * Sets the absolute expiry. Only a renewal that is cancelled moves it back: one that is restarted when
 * a newer one was applied is late, and takes nothing away.
 */
export function renew<One extends Renewable>(one: One, call: Renewal, now: Date): One {
  const isRefund = call.role === 'refund'
  const isLate = !isRefund && one.expireTime !== null && call.expireTime < one.expireTime
  const mayUnfreeze = call.unfreezesAlways === true || one.frozenAfterExpiry
  const unfreezes = one.frozen && mayUnfreeze && !isRefund && call.expireTime > now
  return next(one, now, {
    expireTime: isLate ? one.expireTime : call.expireTime,
    productId: isLate || isRefund ? one.productId : (call.productId ?? one.productId),
    ...(unfreezes && { frozen: false, frozenAfterExpiry: false }),
  })
}

/** An upgrade order, read; V2 tells nothing of it, product and quantity come with the order query. */
export type Upgrade = OrderKey & Pick<NewOrder, 'told' | 'isQueried'>

/** Applies an upgrade. */
export function upgrade(instance: Instance, call: Upgrade, now: Date): Instance {
  const { orderId, orderLineId, told, isQueried } = call
  const order = newOrder({
    ...{ orderId, orderLineId },
    role: 'upgrade',
    appliedAt: now,
    expireTime: null,
    expiryAfter: instance.expireTime,
    ...(told && { told }),
    ...(isQueried !== undefined && { isQueried }),
  })
  const latest = { latestOrderId: orderId, latestOrderLineId: orderLineId }
  return withOrders(next(instance, now, latest), [...instance.orders, order])
}

export function freeze<One extends Lifecycle>(one: One, now: Date): One {
  if (one.frozen) return one
  const frozenAfterExpiry = one.expireTime !== null && one.expireTime <= now
  return next(one, now, { frozen: true, frozenAfterExpiry })
}

export function unfreeze<One extends Lifecycle>(one: One, now: Date): One {
  if (!one.frozen) return one
  return next(one, now, { frozen: false, frozenAfterExpiry: false })
}

/** Final, from every phase. */
export function release<One extends Lifecycle>(one: One, now: Date): One {
  if (one.phase === 'released') return one
  return next(one, now, { phase: 'released' })
}

/** What queryInstance shows as usage from now on. */
export function showUsage(
  instance: Instance,
  usageInfo: readonly UsageInfo[],
  now: Date,
): Instance {
  return next(instance, now, { usageInfo })
}

/** What the seller keeps with an instance, a released one too. */
export function describe(
  instance: Instance,
  described: Pick<Instance, 'externalId' | 'metadata'>,
  now: Date,
): Instance {
  return next(instance, now, described)
}

/** An instance (or a license) after one change; for the rules of other generations too. */
export function next<One extends Lifecycle, Change extends Partial<Instance>>(
  one: One,
  now: Date,
  change: Change,
) {
  return { ...one, ...change, version: one.version + 1, updatedAt: now }
}

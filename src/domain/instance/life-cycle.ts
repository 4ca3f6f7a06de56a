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
  Partial<Pick<Instance, 'productId' | 'expireTime' | 'acceptanceTime' | 'trial'>>

/** A new instance, in the provisioning phase; version 0, because nothing is stored yet. */
export function purchase(bought: Purchase, now: Date): Instance {
  return {
    productId: null,
    expireTime: null,
    acceptanceTime: null,
    trial: false,
    ...bought,
    latestOrderId: bought.orderId,
    latestOrderLineId: bought.orderLineId,
    phase: 'provisioning',
    frozen: false,
    frozenAfterExpiry: false,
    appInfo: null,
    usageInfo: [],
    failure: null,
    attention: null,
    version: 0,
    createdAt: now,
    updatedAt: now,
  }
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

/** What a renewal tells; V1 has no scene and no UNFREEZE, so there a renewal always unfreezes. */
export interface Renewal {
  readonly scene?: string
  readonly expireTime: Date
  readonly productId?: string | undefined
  readonly unfreezesAlways?: boolean
}

/** A refreshInstance call, its expiry read. */
export type Refresh = OrderKey & Renewal

/** Sets the absolute expiry of an instance, and notes the order. */
export function refresh(instance: Instance, call: Refresh, now: Date): Instance {
  const { orderId, orderLineId } = call
  const renewed = renew(instance, call, now)
  return { ...renewed, latestOrderId: orderId, latestOrderLineId: orderLineId }
}

/** Sets the absolute expiry, which may lie before the present one. */
export function renew<One extends Renewable>(one: One, call: Renewal, now: Date): One {
  const mayUnfreeze = call.unfreezesAlways === true || one.frozenAfterExpiry
  const unfreezes =
    one.frozen &&
    mayUnfreeze &&
    call.scene !== 'UNSUBSCRIBE_RENEWAL_PERIOD' &&
    call.expireTime > now
  return next(one, now, {
    expireTime: call.expireTime,
    productId: call.productId ?? one.productId,
    ...(unfreezes && { frozen: false, frozenAfterExpiry: false }),
  })
}

/** An upgrade: only the order is noted, its product and quantity come with the order query. */
export function upgrade(instance: Instance, order: OrderKey, now: Date): Instance {
  return next(instance, now, {
    latestOrderId: order.orderId,
    latestOrderLineId: order.orderLineId,
  })
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

/** An instance (or a license) after one change; for the rules of other generations too. */
export function next<One extends Lifecycle, Change extends Partial<Instance>>(
  one: One,
  now: Date,
  change: Change,
) {
  return { ...one, ...change, version: one.version + 1, updatedAt: now }
}

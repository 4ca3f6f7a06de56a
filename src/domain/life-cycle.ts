import type { AppInfo, Failure, Instance, OrderKey, UsageInfo } from './instance.ts'

// The rules of an instance's life (design: provisioning -> active <-> frozen, released from anywhere).
// Each takes an instance and the present time and returns the next instance, or the same one when
// nothing changes: a repeat is a value.

/** What provisioning came to: addresses for the buyer (none for a license), still under way, or refused with a code. */
export type Provisioned =
  | { readonly outcome: 'ready'; readonly appInfo: AppInfo | null }
  | { readonly outcome: 'pending' }
  | { readonly outcome: 'refused'; readonly failure: Failure }

/** A purchase that is being provisioned for the first time; what its call did not tell is left out. */
export type Purchase = Pick<
  Instance,
  'instanceId' | 'address' | 'family' | 'test' | 'businessId' | 'orderId' | 'orderLineId'
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

/** A refreshInstance call, its expiry read. */
export interface Refresh extends OrderKey {
  readonly scene: string
  readonly expireTime: Date
  readonly productId?: string | undefined
}

/** Sets the absolute expiry, which may lie before the present one. */
export function refresh(instance: Instance, call: Refresh, now: Date): Instance {
  const unfreeze =
    instance.frozen &&
    instance.frozenAfterExpiry &&
    call.scene !== 'UNSUBSCRIBE_RENEWAL_PERIOD' &&
    call.expireTime > now
  return next(instance, now, {
    expireTime: call.expireTime,
    productId: call.productId ?? instance.productId,
    latestOrderId: call.orderId,
    latestOrderLineId: call.orderLineId,
    ...(unfreeze && { frozen: false, frozenAfterExpiry: false }),
  })
}

/** An upgrade: only the order is noted, its product and quantity come with the order query. */
export function upgrade(instance: Instance, order: OrderKey, now: Date): Instance {
  return next(instance, now, {
    latestOrderId: order.orderId,
    latestOrderLineId: order.orderLineId,
  })
}

export function freeze(instance: Instance, now: Date): Instance {
  if (instance.frozen) return instance
  const frozenAfterExpiry = instance.expireTime !== null && instance.expireTime <= now
  return next(instance, now, { frozen: true, frozenAfterExpiry })
}

export function unfreeze(instance: Instance, now: Date): Instance {
  if (!instance.frozen) return instance
  return next(instance, now, { frozen: false, frozenAfterExpiry: false })
}

/** Final, from every phase. */
export function release(instance: Instance, now: Date): Instance {
  if (instance.phase === 'released') return instance
  return next(instance, now, { phase: 'released' })
}

/** What queryInstance shows as usage from now on. */
export function showUsage(
  instance: Instance,
  usageInfo: readonly UsageInfo[],
  now: Date,
): Instance {
  return next(instance, now, { usageInfo })
}

/** An instance after one change; for the rules of other generations too. */
export function next(instance: Instance, now: Date, change: Partial<Instance>): Instance {
  return { ...instance, ...change, version: instance.version + 1, updatedAt: now }
}

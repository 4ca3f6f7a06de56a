import type { AppliedOrder } from './applied-order.ts'
import type { ResultCode } from '../refusal.ts'

export type { OrderKey } from './order-key.ts'

/** How the buyer gets in; lengths as documented (512, 512, 128, 128, 1024 characters). */
export interface AppInfo {
  readonly frontEndUrl: string
  readonly adminUrl?: string
  readonly userName?: string
  readonly password?: string
  readonly memo?: string
}

/** What was used; `statisticalTime` is an ISO 8601 time in UTC. */
export interface UsageInfo {
  readonly usageValue: number
  readonly statisticalTime: string
  readonly relatedInstanceId?: string
  readonly dashboardUrl?: string
}

/** Who bought, as far as the calls and orders told it. */
export type Buyer = Readonly<Record<string, unknown>>

/** Why something could not be made: the code and words for the store and the operator. */
export interface Failure {
  readonly code: ResultCode
  readonly reason: string
}

/** The seller's own words by name. */
export type Metadata = Readonly<Record<string, string>>

/** How far the making of an instance or a license is; whether it is frozen is kept beside it. */
export type Phase = 'provisioning' | 'ready' | 'failed' | 'released'
/** The phase as lists show it: what is ready is active or frozen. */
export type Status = 'provisioning' | 'active' | 'frozen' | 'failed' | 'released'

/**
 * Families of interfaces that make instances. SaaS V2 and V1 share a path, and so do the online license
 * (A) and License 1.0 (B).
 */
export type InstanceFamily = 'saas-v2' | 'saas-v1' | 'license-a' | 'license-b'

/** An instance (实例): what the store sold and the buyer uses. */
export interface Instance {
  readonly instanceId: string
  /** Where it belongs, wherever the store calls about it. */
  readonly site: string
  /** The production address that was called last about it; of a test instance the one that sold it. */
  readonly address: string
  readonly family: InstanceFamily
  readonly test: boolean
  readonly businessId: string
  /** The order line that bought it. V1 has no order lines: empty, or the product of a pay-per-use order. */
  readonly orderId: string
  readonly orderLineId: string
  /** The last order line that was applied: a late answer to an older order never overwrites a newer product. */
  readonly latestOrderId: string
  readonly latestOrderLineId: string
  readonly productId: string | null
  readonly phase: Phase
  readonly frozen: boolean
  /** Frozen because its expiry had passed: only then a renewal unfreezes it (a violation waits for UNFREEZE). */
  readonly frozenAfterExpiry: boolean
  readonly expireTime: Date | null
  /** When the buyer accepted a supervised product (V1), which is where its period starts. */
  readonly acceptanceTime: Date | null
  /** Sold as a trial that has not been converted yet. */
  readonly trial: boolean
  /** The orders that were applied, by their calls; what was bought follows from them (plan.ts). */
  readonly orders: readonly AppliedOrder[]
  /** Who bought, in the store's words; at rest only inside the vault. */
  readonly buyer: Buyer | null
  readonly appInfo: AppInfo | null
  readonly usageInfo: readonly UsageInfo[]
  readonly failure: Failure | null
  /** Sentences for the operator that hold on, beside those that follow from the orders. */
  readonly notes: readonly string[]
  /** All of them in one text; null when nothing about it wants a look. */
  readonly attention: string | null
  /** What the seller calls it; several may have one. */
  readonly externalId: string | null
  /** Whatever else the seller keeps with it. */
  readonly metadata: Metadata
  /** Counts the changes; a write that does not follow its predecessor is a conflict and is retried. */
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** V1 and License 1.0 have no order lines; what stands there instead only tells a pay-per-use order's products apart. */
export function hasOrderLines({ family }: Pick<Instance, 'family'>): boolean {
  return family !== 'saas-v1' && family !== 'license-b'
}

/** What the world sees: the phase, and for a ready instance whether it is frozen. */
export function statusOf(instance: Pick<Instance, 'phase' | 'frozen'>): Status {
  if (instance.phase !== 'ready') return instance.phase
  return instance.frozen ? 'frozen' : 'active'
}

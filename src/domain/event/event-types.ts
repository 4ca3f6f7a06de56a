import type { OrderRole } from '../instance/applied-order.ts'

/** What the history of an instance calls its entries. */
export type EventType =
  | 'instance.created'
  | 'instance.imported'
  | 'instance.activated'
  | 'instance.accepted'
  | 'instance.failed'
  | 'instance.overdue'
  | 'instance.refreshed'
  | 'instance.upgraded'
  | 'instance.changed'
  | 'instance.frozen'
  | 'instance.unfrozen'
  | 'instance.released'

const ofRoles: Readonly<Record<OrderRole, string>> = {
  purchase: 'instance.changed',
  renewal: 'instance.renewed',
  change: 'instance.renewed',
  refund: 'instance.renewal_refunded',
  conversion: 'instance.converted',
  upgrade: 'instance.upgraded',
}

/**
 * The name of a history's entry in the feed, where a refresh is told by what its order did; where that
 * is not known it renewed.
 */
export function feedTypeOf(type: EventType, role: OrderRole | undefined): string {
  return type === 'instance.refreshed' ? ofRoles[role ?? 'renewal'] : type
}

const scenes: Readonly<Partial<Record<OrderRole, string>>> = {
  renewal: 'RENEWAL',
  change: 'RENEWAL_CHANGE',
  refund: 'UNSUBSCRIBE_RENEWAL_PERIOD',
  conversion: 'TRIAL_TO_FORMAL',
}

/** The store's word for what an order did; null where there is none. */
export function sceneOf(role: OrderRole | undefined): string | null {
  return (role && scenes[role]) ?? null
}

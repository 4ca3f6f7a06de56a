/** What does not agree, as the contract names it (DriftKind). */
export type OrderDriftKind =
  | 'order_unknown'
  | 'order_unread'
  | 'order_differs'
  | 'trial_differs'
  | 'order_not_applied'
  | 'instance_missing'
  | 'instance_failed'
  | 'refund_not_applied'
  | 'unknown_at_store'
export type UsageDriftKind =
  | 'sent_not_billed'
  | 'sent_not_accepted'
  | 'billed_not_sent'
  | 'value_differs'
export type DriftKind = OrderDriftKind | UsageDriftKind

/** What puts a drift right (DriftRepair). */
export type DriftRepair = 'take_in' | 'read' | 'rerun' | 'release' | 'flag' | 'send_again' | 'none'

export type DriftState = 'open' | 'applying' | 'applied' | 'failed' | 'gone'

/** A value that is not the same here and at the store, both as text. */
export interface Difference {
  readonly field: string
  readonly ours: string | null
  readonly store: string | null
}

/** Something of an order that does not agree with the store, not kept yet. */
export interface FoundDrift {
  readonly kind: DriftKind
  readonly repair: DriftRepair
  readonly orderId: string
  readonly orderLineId: string
  readonly instanceId: string | null
  /** The kept call that `rerun` runs again. */
  readonly messageId: string | null
  /** One sentence for the operator. */
  readonly text: string
  readonly differences: readonly Difference[]
}

/** What tells a drift from the others of its reconciliation. */
export function driftKey({ kind, orderId, orderLineId, instanceId }: FoundDrift): string {
  return JSON.stringify([kind, orderId, orderLineId, instanceId])
}

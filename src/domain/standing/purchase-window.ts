import type { Kind } from '../scope.ts'

/** With more failed orders than this in a month the store may take the seller's products down. */
export const failedOrdersLimit = 5

/** A real purchase that the store was not answered with success, and calls again. */
export interface FailingPurchase {
  readonly site: string
  readonly kind: Kind
  readonly orderId: string
  /** What tells the purchases of one order apart; empty where there is one. */
  readonly orderLineId: string
  /** Where it was called last. */
  readonly address: string
  readonly activity: string
  readonly attempts: number
  readonly firstAt: Date
  readonly lastAt: Date
  readonly lastCode: string
  /** When the store's attempts end. */
  readonly dueAt: Date
  /** When they ended without success. */
  readonly failedAt: Date | null
}

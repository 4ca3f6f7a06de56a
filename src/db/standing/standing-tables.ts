import type { Kind } from '../../domain/scope.ts'

export interface DialTestTable {
  address: string
  /** Its beginning. */
  half_day: Date
  calls: number
  failed: number
  last_at: Date
  failed_at: Date | null
  failed_activity: string | null
  failed_code: string | null
}

export interface FailingPurchaseTable {
  site: string
  kind: Kind
  order_id: string
  order_line_id: string
  address: string
  activity: string
  attempts: number
  first_at: Date
  last_at: Date
  last_code: string
  due_at: Date
  failed_at: Date | null
}

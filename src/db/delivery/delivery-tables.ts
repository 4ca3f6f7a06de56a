import type { DeliveryStep } from '../../domain/delivery/delivery.ts'

interface OrderLineColumns {
  order_id: string
  order_line_id: string
  site: string
  test_address: string
}

/** How far an order line is in service supervision. */
export interface OrderDeliveryTable extends OrderLineColumns {
  step: DeliveryStep | null
  since: Date
  /** When something is due; null once it was told, and for what is accepted. */
  due_at: Date | null
  attention: string | null
  updated_at: Date
}

/** A step that was noted. */
export interface OrderDeliveryStepTable extends OrderLineColumns {
  id: string
  step: DeliveryStep
  note: Uint8Array | null
  noted_by: string
  at: Date
  noted_at: Date
}

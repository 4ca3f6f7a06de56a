import type { ManagementSchemas } from '../contract/index.ts'
import type { DeliveryRow, DeliveryStepRow } from '../db/delivery/deliveries.ts'
import type { OrderRow } from '../db/order/orders.ts'
import { isSupervised } from '../domain/delivery/delivery.ts'
import { maskContacts } from '../mask/mask-text.ts'
import type { Reader } from '../domain/show.ts'
import type { ManagementServices } from './context.ts'

/** An order line, and what is noted of its service supervision. */
interface SupervisedOrder {
  readonly row: OrderRow
  readonly delivery: DeliveryRow | undefined
  readonly steps: readonly DeliveryStepRow[]
}

type DeliveryReader = Reader & Pick<ManagementServices, 'vault'>

/** How far an order is in service supervision; null where it is not expected to be. */
export function viewDelivery(
  { row, delivery, steps }: SupervisedOrder,
  reader: DeliveryReader,
): ManagementSchemas['OrderDelivery'] {
  if (delivery === undefined) return null
  const { step, since, attention } = delivery
  // What was notified and only changes a purchase is not supervised.
  if (step === null && !isSupervised(row.order_type)) return null
  return {
    step,
    since: since.toISOString(),
    attention,
    steps: steps.slice(-mostSteps).map((one) => viewStep(one, reader)),
  }
}

const mostSteps = 200

function viewStep(
  { step, note, noted_by, at, noted_at }: DeliveryStepRow,
  { vault, show, subject }: DeliveryReader,
): ManagementSchemas['DeliveryStepEntry'] {
  const text = note === null ? null : vault.decrypt(note).toString()
  return {
    step,
    note: text === null ? null : show(subject, text, maskContacts),
    by: noted_by,
    at: at.toISOString(),
    notedAt: noted_at.toISOString(),
  }
}

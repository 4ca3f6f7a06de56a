import type { Database } from '../../db/database.ts'
import { saveDelivery } from '../../db/delivery/deliveries.ts'
import { newId } from '../../db/new-id.ts'
import type { OrderTable } from '../../db/order/order-tables.ts'
import { type DeliveryStep, dueAt } from '../../domain/delivery/delivery.ts'
import type { Services } from '../services.ts'
import { type AlarmChange, type AlarmKey, clearAlarm, raiseAlarm } from '../alarms.ts'

/** The key of an order line, in columns. */
export type OrderColumns = Pick<OrderTable, 'order_id' | 'order_line_id' | 'site' | 'test_address'>

/** A step of an order that is noted, or that its checklist begins. */
export interface DeliveryNote {
  readonly order: OrderColumns
  /** Null where it begins. */
  readonly step: DeliveryStep | null
  readonly note?: string | null
  /** The name of a token, `store` or `koogate`. */
  readonly by: string
  readonly at: Date
}

const key: AlarmKey = 'order.idle'

/** The alarm of an order that is idle. */
export function idleAlarm(order: OrderColumns, attention: string): AlarmChange {
  return raiseAlarm(key, subjectOfOrder(order), attention)
}

/** Ends the alarm of an order that is idle, if there is one. */
export function idleEnded(order: OrderColumns): AlarmChange {
  return clearAlarm(key, subjectOfOrder(order))
}

function subjectOfOrder({ site, order_id, order_line_id }: OrderColumns): string {
  return ['order:' + site, order_id, ...(order_line_id === '' ? [] : [order_line_id])].join('/')
}

/** Writes a note: the checklist as it stands then, and the step. */
export async function saveNote(
  transaction: Database,
  { order, step, note = null, by, at }: DeliveryNote,
  { vault, now }: Pick<Services, 'vault' | 'now'>,
): Promise<void> {
  const { order_id, order_line_id, site, test_address } = order
  const columns = { order_id, order_line_id, site, test_address }
  const notedAt = now()
  const due_at = dueAt({ step, since: at })
  const delivery = { ...columns, step, since: at, due_at, attention: null, updated_at: notedAt }
  const encrypted = note === null ? null : vault.encrypt(note)
  const noted = { id: newId(), note: encrypted, noted_by: by, at, noted_at: notedAt }
  await saveDelivery(
    transaction,
    delivery,
    step === null ? undefined : { ...columns, step, ...noted },
  )
}

import { newId } from '../db/new-id.ts'
import type { EventTable } from '../db/tables.ts'
import type { NewEvent } from './ask.ts'

/** The rows of what became of an instance, all of one time. */
export function eventRows(
  instanceId: string,
  events: readonly NewEvent[],
  at: Date,
): readonly EventTable[] {
  return events.map(({ type, orderId = null }) => ({
    id: newId(),
    instance_id: instanceId,
    type,
    order_id: orderId,
    at,
  }))
}

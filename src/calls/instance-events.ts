import { newId } from '../db/new-id.ts'
import type { EventTable } from '../db/instance/instance-tables.ts'
import type { Instance } from '../domain/instance/instance.ts'
import type { NewEvent } from './handler.ts'

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
    in_feed: true,
  }))
}

/** What is told of an instance that provisioning has just left in this state. */
export function provisioningEvents({ phase, orderId }: Instance): NewEvent[] {
  if (phase === 'ready') return [{ type: 'instance.activated', orderId }]
  return phase === 'failed' ? [{ type: 'instance.failed', orderId }] : []
}

/** What is told of a renewal, which may have ended a freeze. */
export function refreshEvents(
  before: Instance,
  after: Instance,
  { orderId, scene }: Pick<NewEvent, 'scene'> & { readonly orderId: string },
): NewEvent[] {
  const isUnfrozen = before.frozen && !after.frozen
  return [
    { type: 'instance.refreshed', orderId, scene },
    ...(isUnfrozen ? [{ type: 'instance.unfrozen', orderId } as const] : []),
  ]
}

/** What is told of a purchase, the first attempt or a later one, that provisioning has just left. */
export function purchaseEvents(isFirst: boolean, instance: Instance): NewEvent[] {
  const { orderId } = instance
  const created: NewEvent[] = isFirst ? [{ type: 'instance.created', orderId }] : []
  return [...created, ...provisioningEvents(instance)]
}

import { announce } from '../calls/announce.ts'
import type { Changes } from '../calls/changes.ts'
import { idleAlarm, saveNote } from '../calls/deliveries/delivery-note.ts'
import {
  type NotedStep,
  flagged,
  instanceOf,
  persistWith,
  stepChanges,
  storyOf,
} from '../calls/deliveries/note-delivery.ts'
import { retrying } from '../calls/retrying.ts'
import type { Services } from '../calls/services.ts'
import {
  type DeliveryRow,
  findDueDeliveries,
  postponeDue,
  takeDue,
} from '../db/delivery/deliveries.ts'
import { findOrderRow } from '../db/order/list-orders.ts'
import { keyOfRow } from '../db/order/order-resource-id.ts'
import type { OrderRow } from '../db/order/orders.ts'
import { type Delivery, dueOf, isSupervised } from '../domain/delivery/delivery.ts'
import { withNote } from '../domain/instance/plan.ts'
import { failureOf, logItem } from './attempt.ts'
import type { RecurringJob } from './recurring.ts'

const atOnce = 100
const againMs = 60 * 60_000

/**
 * Reminds of orders under service supervision in which nothing has happened for so long that somebody has
 * to act, once for each step; and notes what the store accepts by itself.
 */
export function remindDeliveries(services: Services): RecurringJob {
  const { db, now, limits } = services
  return {
    name: 'remind-deliveries',
    everyMs: limits.tidyEveryMs,
    async run() {
      for (const due of await findDueDeliveries(db, { now: now(), limit: atOnce })) {
        const error = await failureOf(() => remind(due, services))
        if (error !== undefined) await postpone(due, error, services)
      }
    },
  }
}

// What cannot be read keeps no other one waiting, and is tried again.
async function postpone(due: DeliveryRow, error: Error, services: Services): Promise<void> {
  const { db, now } = services
  logItem({ job: 'remind-deliveries', orderId: due.order_id }, error, services)
  await postponeDue(db, due, new Date(now().getTime() + againMs))
}

// Of replicas, and of whoever notes a step meanwhile, the first one takes it.
async function remind(due: DeliveryRow, services: Services): Promise<void> {
  const order = await findOrderRow(services.db, keyOfRow(due))
  const changes = await retrying(async () => {
    const { changes, attention, noted } = await reminderOf(due, order, services)
    return persistWith(
      async (transaction) => {
        const taken = { attention, now: services.now() }
        if (!(await takeDue(transaction, due, taken))) return false
        if (order && noted) await saveNote(transaction, { order, ...noted }, services)
        return true
      },
      { changes, services },
    )
  })
  announce(changes, services)
}

/** What a reminder changes: an attention, or a step that is noted. */
interface Reminder {
  readonly changes: Changes
  readonly attention: string | null
  readonly noted?: NotedStep
}

async function reminderOf(
  { step, since }: Delivery,
  order: OrderRow | undefined,
  services: Services,
): Promise<Reminder> {
  // The store has no supervision of what only changes a purchase, which a notification does not tell.
  const isOpen = step !== null || isSupervised(order?.order_type ?? null)
  if (order === undefined || !isOpen) return { changes: {}, attention: null }
  const due = dueOf(step)
  if ('accepted' in due) {
    const noted = { step: 'accepted', by: 'koogate', at: services.now() } as const
    return { changes: await stepChanges(order, noted, services), attention: null, noted }
  }
  const { attention } = due
  const instance = await instanceOf(order, services)
  const delivery = { step, by: 'koogate', at: since, attention }
  const changes: Changes = {
    orderStory: { ...storyOf(order, instance), type: 'order.delivery.idle', delivery },
    alarms: [idleAlarm(order, attention)],
    ...flagged(instance, withNote, services),
  }
  return { changes, attention }
}

import { VersionConflict } from '../../db/commit.ts'
import type { Database } from '../../db/database.ts'
import { findPurchases } from '../../db/instance/instances.ts'
import type { OrderRow } from '../../db/order/orders.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type DeliveryStep, idleNote } from '../../domain/delivery/delivery.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { next } from '../../domain/instance/life-cycle.ts'
import { withoutNote } from '../../domain/instance/plan.ts'
import { scopeOf } from '../../domain/scope.ts'
import { announce } from '../announce.ts'
import type { Changes } from '../changes.ts'
import { persistIn } from '../persist.ts'
import { retrying } from '../retrying.ts'
import type { Services } from '../services.ts'
import { idleEnded, saveNote } from './delivery-note.ts'

/** A step that somebody notes. */
export interface NotedStep {
  readonly step: DeliveryStep
  readonly note?: string | null
  readonly by: string
  readonly at: Date
}

/** Notes a step of an order: what it was idle for is over. */
export async function noteDelivery(
  order: OrderRow,
  noted: NotedStep,
  services: Services,
): Promise<void> {
  const changes = await retrying(async () => {
    const changes = await stepChanges(order, noted, services)
    const save = async (transaction: Database) => {
      await saveNote(transaction, { order, ...noted }, services)
      return true
    }
    return persistWith(save, { changes, services })
  })
  announce(changes, services)
}

/** What is written beside a step of an order. */
export async function stepChanges(
  order: OrderRow,
  { step, by, at }: NotedStep,
  services: Services,
): Promise<Changes> {
  const instance = await instanceOf(order, services)
  const delivery = { step, by, at, attention: null }
  return {
    orderStory: { ...storyOf(order, instance), type: 'order.delivery.noted', delivery },
    alarms: [idleEnded(order)],
    ...flagged(instance, withoutNote, services),
  }
}

/**
 * Writes changes in one transaction with what `save` writes before; nothing where it says no. Returns
 * what was written, to be announced; undefined where a concurrent call came first.
 */
export function persistWith(
  save: (transaction: Database) => Promise<boolean>,
  { changes, services }: { readonly changes: Changes; readonly services: Services },
): Promise<Changes | undefined> {
  const written = inTransaction(services.db, async (transaction) => {
    if (!(await save(transaction))) return {}
    await persistIn(transaction, changes, services)
    return changes
  })
  return written.catch((error: unknown) => {
    if (error instanceof VersionConflict) return undefined
    throw error
  })
}

/** What is told of an order, but for what has happened. */
export function storyOf(order: OrderRow, instance: Instance | undefined) {
  return { order, instanceId: instance?.instanceId ?? null }
}

/** The instance of an idle order with a sentence for the operator, or without it. */
export function flagged(
  instance: Instance | undefined,
  change: (instance: Instance, note: string) => Instance,
  { now }: Pick<Services, 'now'>,
): Pick<Changes, 'instance' | 'before'> {
  if (instance === undefined || instance.phase === 'released') return {}
  const changed = change(instance, idleNote)
  if (changed === instance) return {}
  return { instance: next(changed, now(), {}), before: { instance } }
}

/** The instance that an order has bought. */
export async function instanceOf(
  order: OrderRow,
  { db, vault }: Pick<Services, 'db' | 'vault'>,
): Promise<Instance | undefined> {
  const bought = await findPurchases(db, vault, [order.order_id])
  return bought.find(
    (one) =>
      one.orderLineId === order.order_line_id &&
      one.site === order.site &&
      scopeOf(one).testAddress === order.test_address,
  )
}

import { emptyOrder } from '../../db/order/orders.ts'
import { findInstance } from '../../db/instance/instances.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { next, release } from '../../domain/instance/life-cycle.ts'
import type { FoundDrift } from '../../domain/reconciliation/drift.ts'
import { flagUnknownAtStore } from '../../domain/reconciliation/flagged.ts'
import type { OrderLine } from '../../store-api/order.ts'
import { releasedAsks } from '../asks/settle.ts'
import type { Changes } from '../changes.ts'
import type { FetchOrder } from '../handler.ts'
import { tryPersist } from '../persist.ts'
import { fetchedRow, keepOrder } from '../read-order.ts'
import { retrying } from '../retrying.ts'
import type { Services } from '../services.ts'
import type { AskedOrder } from './ask-order.ts'

/** A drift that still is, with what the store has just answered for its order. */
export interface OrderRepair {
  readonly drift: FoundDrift
  readonly answer: AskedOrder
  readonly site: string
  /** Where the order belongs that no instance tells: a production address of the site. */
  readonly address: string
}

/** Keeps the order as the store shows it, and completes the instance that it is about. */
export async function readShown(repair: OrderRepair, services: Services): Promise<void> {
  const { answer } = repair
  if (!answer.ok) throw new Error('the store does not show the order any more')
  const line = shownLine(repair, answer)
  await keepOrder(await jobOf(repair, services), answer, line, services)
}

/** Releases an instance by its unsubscription, and keeps that order in the same commit. */
export async function releaseRefunded(repair: OrderRepair, services: Services): Promise<void> {
  const { answer, drift } = repair
  if (!answer.ok) throw new Error('the store does not show the order any more')
  const line = shownLine(repair, answer)
  const job = await jobOf(repair, services)
  await changeKnown(drift.instanceId, services, (instance) => {
    const released = release(instance, services.now())
    const order = fetchedRow(job, answer, line, services)
    return {
      instance: released,
      before: { instance },
      events: [{ type: 'instance.released', orderId: drift.orderId }],
      ...releasedAsks(instance),
      order,
      orderStory: { type: 'order.fetched', order, instanceId: instance.instanceId },
    }
  })
}

/** Flags an instance whose order the store does not give; nobody is cut off. */
export async function flagUngiven(repair: OrderRepair, services: Services): Promise<void> {
  const { answer, drift } = repair
  const code = answer.ok ? null : answer.code
  const job = await jobOf(repair, services)
  await changeKnown(drift.instanceId, services, (instance) => ({
    instance: next(flagUnknownAtStore(instance), services.now(), {}),
    before: { instance },
    // One that was read keeps what it told.
    order: { ...emptyOrder(job, services.now()), state: 'refused', result_code: code },
  }))
}

async function changeKnown(
  instanceId: string | null,
  services: Services,
  changesOf: (instance: Instance) => Changes,
): Promise<void> {
  await retrying(async () => {
    const instance =
      instanceId === null ? undefined : await findInstance(services.db, services.vault, instanceId)
    if (instance === undefined) throw new Error(`there is no instance ${instanceId ?? ''}`)
    return tryPersist(changesOf(instance), services)
  })
}

function shownLine(
  { drift }: OrderRepair,
  { order }: Extract<AskedOrder, { ok: true }>,
): OrderLine {
  const line = order.orderLine.find(({ orderLineId }) => orderLineId === drift.orderLineId)
  if (line === undefined) throw new Error('the order does not show the line any more')
  return line
}

async function jobOf(
  { drift, site, address }: OrderRepair,
  { db, vault }: Services,
): Promise<FetchOrder> {
  const { orderId, orderLineId, instanceId } = drift
  const instance = instanceId === null ? undefined : await findInstance(db, vault, instanceId)
  return {
    ...{ site, test: false, orderId, orderLineId, instanceId, callNamedProduct: false },
    address: instance?.address ?? address,
  }
}

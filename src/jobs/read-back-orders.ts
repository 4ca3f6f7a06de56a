import { tryPersist } from '../calls/persist.ts'
import { retrying } from '../calls/retrying.ts'
import type { Services } from '../calls/services.ts'
import { findBackfill, keepBackfill } from '../db/backfill/backfills.ts'
import { listAppliedTo } from '../db/claim/applied-orders.ts'
import { findInstance, instanceIdsAfter } from '../db/instance/instances.ts'
import { findOrders } from '../db/order/orders.ts'
import type { Instance, OrderKey } from '../domain/instance/instance.ts'
import type { OrderFacts } from '../domain/instance/instance-order.ts'
import { type KeptOrder, readBack } from '../domain/instance/read-back.ts'
import { isSameOrder } from '../domain/instance/applied-order.ts'
import { roleOfOrder } from '../domain/order/order-role.ts'
import { factsOfRow } from './order-facts.ts'
import type { RecurringJob } from './recurring.ts'

const name = 'orders-of-instances'
// So many in each round: the calls do not feel it.
const batch = 100
const mostOrders = 200

/**
 * Reads the orders of the version before, which were kept apart, back to their instances, so that plan
 * and buyer are known there too. It begins once no replica of that version runs any more, and asks
 * the store for nothing.
 */
export function readBackOrders(services: Services): RecurringJob {
  const { db, now, limits } = services
  let isDone = false
  return {
    name: 'read-back-orders',
    everyMs: limits.readBackEveryMs,
    async run() {
      if (isDone) return
      const backfill = await findBackfill(db, name)
      isDone = backfill === undefined
      if (backfill === undefined) return
      if (now().getTime() - backfill.created_at.getTime() < limits.readBackAfterMs) return
      const instanceIds = await instanceIdsAfter(db, backfill.position, batch)
      for (const instanceId of instanceIds) await readBackTo(instanceId, services)
      await keepBackfill(db, name, instanceIds.at(-1))
    },
  }
}

async function readBackTo(instanceId: string, services: Services): Promise<void> {
  const { db, vault, now } = services
  await retrying(async () => {
    const instance = await findInstance(db, vault, instanceId)
    const next = instance && readBack(instance, await keptOrders(instance, services), now())
    if (next === undefined || next === instance) return true
    return tryPersist({ instance: next }, services)
  })
}

/** The orders that were applied to an instance, the oldest first, with what is kept of them. */
async function keptOrders(instance: Instance, { db, vault }: Services): Promise<KeptOrder[]> {
  const { instanceId, site, address, test, createdAt } = instance
  const applied = await listAppliedTo(db, instanceId, mostOrders)
  const lines = [instance, ...applied].map((line) => ({ ...lineOf(line), site, address, test }))
  const rows = await findOrders(db, lines)
  const read = rows
    .filter(({ state }) => state === 'fetched')
    .map((row) => ({ row, facts: factsOfRow(row, vault) }))
  const withFacts = (line: OrderKey) => read.find(({ facts }) => isSameOrder(facts, line))
  const changes = applied.toReversed().map((use) => {
    const found = withFacts(use)
    const role = roleOfOrder({ ...use, orderType: found?.row.order_type })
    return { ...lineOf(use), role, appliedAt: use.appliedAt, facts: found?.facts }
  })
  const facts = purchaseFacts(instance, withFacts(instance)?.facts)
  return [{ ...lineOf(instance), role: 'purchase', appliedAt: createdAt, facts }, ...changes]
}

// License 1.0 has no name for the type of its order.
function purchaseFacts({ family }: Instance, facts: OrderFacts | undefined) {
  if (family !== 'license-b' || facts === undefined) return facts
  return { ...facts, terms: { orderType: 'NEW', ...facts.terms } }
}

function lineOf({ orderId, orderLineId }: OrderKey): OrderKey {
  return { orderId, orderLineId }
}

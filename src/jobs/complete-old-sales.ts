import { tryPersist } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { listAppliedTo } from '../db/claim/applied-orders.ts'
import { keepCompleted, listOldSales } from '../db/instance/instances.ts'
import { areMade } from '../db/make-indexes.ts'
import { type OrderRow, findOrders } from '../db/order/orders.ts'
import { isSameOrder } from '../domain/instance/applied-order.ts'
import type { OrderFacts } from '../domain/instance/instance-order.ts'
import type { Instance, OrderKey } from '../domain/instance/instance.ts'
import { type KeptOrder, type OldSale, readBack } from '../domain/instance/read-back.ts'
import { roleOfOrder } from '../domain/order/order-role.ts'
import { factsOfRow } from '../calls/order-facts.ts'
import { failureOf, logItem } from './attempt.ts'

const atOnce = 100
const mostOrders = 200
// For so long after a change a replica of that version may still read the order behind it.
const readWithinMs = 60 * 60_000

// Each row would be looked for in a whole table without them.
const indexes = ['instances_with_old_sale', 'claims_by_instance']

/**
 * Completes what version 0.2 has sold or changed with its orders, which it kept apart: plan and buyer.
 * The store is asked for nothing. An instance that somebody changes meanwhile is looked at again the
 * next time; once all are done there is nothing to read.
 */
export async function completeOldSales(services: Services, stopping?: AbortSignal): Promise<void> {
  const { db, vault } = services
  if (!(await areMade(db, indexes))) return
  let after: string | undefined = ''
  while (after !== undefined && stopping?.aborted !== true) {
    const sales = await listOldSales(db, vault, { after, limit: atOnce })
    await completeAll(sales, services)
    after = sales.length < atOnce ? undefined : sales.at(-1)?.instanceId
  }
}

async function completeAll(
  sales: Awaited<ReturnType<typeof listOldSales>>,
  services: Services,
): Promise<void> {
  const done: Instance[] = []
  for (const { instanceId, open } of sales) {
    const error = await failureOf(async () => {
      const completed = await complete(open(), services)
      if (completed !== undefined) done.push(completed)
    })
    // What cannot be read keeps no other one waiting.
    if (error !== undefined) logItem({ job: 'complete-old-sales', instanceId }, error, services)
  }
  if (done.length > 0) await keepCompleted(services.db, done)
}

/** The instance if there is no more to come; undefined where it is to be looked at again. */
async function complete(sale: OldSale, services: Services): Promise<Instance | undefined> {
  const now = services.now()
  const { orders, isWaiting } = await keptOrders(sale.instance, services)
  const next = readBack(sale, orders, now)
  const changes = { instance: next, before: { instance: sale.instance } }
  const isKept = next === sale.instance || (await tryPersist(changes, services))
  const isRecent = now.getTime() - sale.instance.updatedAt.getTime() < readWithinMs
  return isKept === true && !(isWaiting && isRecent) ? next : undefined
}

/** The orders that were applied to an instance, the oldest first, with what is kept of them. */
async function keptOrders(instance: Instance, { db, vault }: Services) {
  const { instanceId, site, address, test, createdAt } = instance
  const applied = await listAppliedTo(db, instanceId, mostOrders)
  const lines = [instance, ...applied].map((line) => ({ ...lineOf(line), site, address, test }))
  const rows = await findOrders(db, lines)
  const read = rows
    .filter(({ state }) => state === 'fetched')
    .map((row) => ({ row, facts: factsOfRow(row, vault) }))
  const withFacts = (line: OrderKey) => read.find(({ facts }) => isSameOrder(facts, line))
  const changes = applied.toReversed().map((use): KeptOrder => {
    const found = withFacts(use)
    const role = roleOfOrder({ ...use, orderType: found?.row.order_type })
    return { ...lineOf(use), role, appliedAt: use.appliedAt, facts: found?.facts }
  })
  const facts = purchaseFacts(instance, withFacts(instance)?.facts)
  const purchase: KeptOrder = { ...lineOf(instance), role: 'purchase', appliedAt: createdAt, facts }
  return { orders: [purchase, ...changes], isWaiting: rows.filter(isEnded).length < lines.length }
}

function isEnded({ state }: OrderRow): boolean {
  return state !== 'waiting'
}

// License 1.0 has no name for the type of its order.
function purchaseFacts({ family }: Instance, facts: OrderFacts | undefined) {
  if (family !== 'license-b' || facts === undefined) return facts
  return { ...facts, terms: { orderType: 'NEW', ...facts.terms } }
}

function lineOf({ orderId, orderLineId }: OrderKey): OrderKey {
  return { orderId, orderLineId }
}

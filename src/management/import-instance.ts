import type { ManagementSchemas } from '../contract/index.ts'
import { persistIn } from '../calls/persist.ts'
import { retrying } from '../calls/retrying.ts'
import type { Services } from '../calls/services.ts'
import { listAppliedOf } from '../db/claim/applied-orders.ts'
import { VersionConflict } from '../db/commit.ts'
import { addClaims, removeInstance } from '../db/import/imports.ts'
import { findInstance, findPurchases } from '../db/instance/instances.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Address } from '../domain/address.ts'
import { type AppliedOrder, newOrder } from '../domain/instance/applied-order.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { withOrders } from '../domain/instance/plan.ts'
import { isMaybeSoldBefore } from '../domain/instance/maybe-sold-before.ts'
import { type Kind, kindOf } from '../domain/scope.ts'
import { claimRow, importedEvent } from './imported-orders.ts'
import { importedChanges, orderPart } from './imported-instance.ts'
import type { InstanceImport } from './instance-import.ts'
import { Problem } from './problem.ts'

export type ImportOutcome = ManagementSchemas['ImportResult']['outcome']

/**
 * Takes in an instance that was sold before: with everything or not at all. A repeat changes nothing.
 * Throws Problem 409 where the instance or one of its orders is another's.
 */
export function importInstance(
  given: InstanceImport,
  address: Address,
  services: Services,
): Promise<ImportOutcome> {
  return retrying(() =>
    inTransaction(services.db, (transaction) =>
      importIn(transaction, { given, address, services }),
    ).catch((error: unknown) => {
      // Somebody sold or imported it meanwhile: it is looked at again.
      if (error instanceof VersionConflict) return undefined
      throw error
    }),
  )
}

interface Import {
  readonly given: InstanceImport
  readonly address: Address
  readonly services: Services
}

async function importIn(db: Database, work: Import): Promise<ImportOutcome> {
  const { given, address, services } = work
  const { instanceId, orders = [] } = given
  const known = await findInstance(db, services.vault, instanceId)
  if (known !== undefined) requireSamePurchase(known, work)
  const flagged = await requireFreeOrders(db, work)
  const now = services.now()
  if (flagged !== undefined) await removeInstance(db, flagged.instanceId)
  if (known === undefined) await persistIn(db, importedChanges(given, address, services), services)
  const rows = orders.map((order) => claimRow(given, order, { address, now }))
  const added = await addClaims(db, rows)
  const fresh = orders.filter((_order, index) =>
    added.some((one) => one.claim_key === rows[index]?.claim_key),
  )
  // The entry of what was made tells of its orders too.
  const audit = known === undefined ? undefined : services.audit
  await persistEvents(db, { given, fresh, services: { ...services, audit } })
  if (known === undefined) return 'created'
  return fresh.length > 0 ? 'completed' : 'unchanged'
}

function requireSamePurchase(known: Instance, { given, address }: Import): void {
  const isSame =
    known.orderId === given.orderId &&
    known.orderLineId === orderPart(given) &&
    known.site === address.site &&
    kindOf(known.family) === kindOf(given.family) &&
    !known.test
  if (isSame) return
  const { instanceId, orderId } = known
  throw new Problem(409, `Instance ${instanceId} was bought by order ${orderId}.`)
}

/** Returns the instance that waits for this import, if there is one. */
async function requireFreeOrders(db: Database, work: Import): Promise<Instance | undefined> {
  const { given, services } = work
  const { instanceId, orderId, orders = [] } = given
  const lines = [
    { orderId, line: orderPart(given) },
    ...orders.map((one) => ({ orderId: one.orderId, line: one.orderLineId ?? '' })),
  ]
  const ids = [...new Set(lines.map((one) => one.orderId))]
  const others = (one: { readonly instanceId: string }) => one.instanceId !== instanceId
  const bought = (await findPurchases(db, services.vault, ids)).filter(
    (one) => others(one) && isOfScope(one, work),
  )
  const [own] = bought.filter((one) => isLine(one, lines[0]))
  const flagged = own !== undefined && isMaybeSoldBefore(own) ? own : undefined
  const taken = bought.find((one) => one !== flagged && lines.some((line) => isLine(one, line)))
  if (taken) throw ofOther(taken.orderId, 'bought', taken.instanceId)
  const applied = (await listAppliedOf(db, ids)).filter(
    (one) => others(one) && one.site === work.address.site && one.testAddress === '',
  )
  const changed = applied.find((one) => lines.some((line) => line.line !== '' && isLine(one, line)))
  if (changed) throw ofOther(changed.orderId, 'changed', changed.instanceId)
  return flagged
}

interface Line {
  readonly orderId: string
  readonly line: string
}

function isLine(one: { readonly orderId: string; readonly orderLineId: string }, line?: Line) {
  return one.orderId === line?.orderId && one.orderLineId === line.line
}

function isOfScope(one: Instance, { given, address }: Import): boolean {
  const kind: Kind = kindOf(given.family)
  return one.site === address.site && !one.test && kindOf(one.family) === kind
}

function ofOther(orderId: string, what: 'bought' | 'changed', instanceId: string): Problem {
  return new Problem(409, `Order ${orderId} ${what} instance ${instanceId}.`)
}

interface Fresh {
  readonly given: InstanceImport
  readonly fresh: NonNullable<InstanceImport['orders']>
  readonly services: Services
}

/** Notes the orders in the history, on the instance in its next version. */
async function persistEvents(db: Database, { given, fresh, services }: Fresh): Promise<void> {
  const last = fresh.at(-1)
  const instance = await findInstance(db, services.vault, given.instanceId)
  if (last === undefined || instance === undefined) return
  const now = services.now()
  const orders = fresh.map((order) => appliedBefore(order, instance, now))
  const latest = {
    latestOrderId: last.orderId,
    latestOrderLineId: last.orderLineId ?? instance.orderLineId,
  }
  const changed = withOrders(instance, [...instance.orders, ...orders])
  const next = { ...changed, ...latest, version: instance.version + 1, updatedAt: now }
  await persistIn(db, { instance: next, events: fresh.map(importedEvent) }, services)
}

/** What is known of an order that the file names: that it was applied; the plan stands in the row. */
function appliedBefore(
  { role, orderId, orderLineId }: NonNullable<InstanceImport['orders']>[number],
  instance: Instance,
  now: Date,
): AppliedOrder {
  return newOrder({
    orderId,
    orderLineId: orderLineId ?? instance.orderLineId,
    role,
    appliedAt: now,
    expireTime: null,
    expiryAfter: instance.expireTime,
  })
}

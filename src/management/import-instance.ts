import type { ManagementSchemas } from '../contract/index.ts'
import { purchaseKeyOf } from '../calls/call.ts'
import { persistIn } from '../calls/persist.ts'
import { retrying } from '../calls/retrying.ts'
import type { Services } from '../calls/services.ts'
import type { ClaimTable } from '../db/claim/claim-tables.ts'
import { listAppliedOf } from '../db/claim/applied-orders.ts'
import { VersionConflict } from '../db/commit.ts'
import { addClaims, removeInstance } from '../db/import/imports.ts'
import { type PurchaseKey, createFindPurchase } from '../db/instance/find-purchase.ts'
import { findInstance, findPurchases } from '../db/instance/instances.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Address } from '../domain/address.ts'
import { type AppliedOrder, newOrder } from '../domain/instance/applied-order.ts'
import type { Instance, OrderKey } from '../domain/instance/instance.ts'
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
  const found = await findInstance(db, services.vault, instanceId)
  const bought = await createFindPurchase(db, services.vault)(purchaseKey(work))
  const waiting = bought && isMaybeSoldBefore(bought) ? bought : undefined
  requireSamePurchase(found, bought)
  if (waiting === undefined) requireNone(bought, instanceId)
  await requireFreeOrders(db, work)
  if (waiting !== undefined) await removeInstance(db, waiting.instanceId)
  const isNew = found === undefined || found.instanceId === waiting?.instanceId
  if (isNew) await persistIn(db, importedChanges(given, address, services), services)
  const fresh = await claimOrders(db, orders, work)
  // The entry of what was made tells of its orders too.
  const audit = isNew ? undefined : services.audit
  await persistOrders(db, { given, fresh, services: { ...services, audit } })
  if (isNew) return 'created'
  return fresh.length > 0 ? 'completed' : 'unchanged'
}

function purchaseKey({ given, address }: Import): PurchaseKey {
  const { family, orderId } = given
  return purchaseKeyOf({ address, family, test: false }, family, {
    orderId,
    orderLineId: orderPart(given),
  })
}

function requireSamePurchase(found: Instance | undefined, bought: Instance | undefined): void {
  if (found === undefined || found.instanceId === bought?.instanceId) return
  const { instanceId, orderId } = found
  throw new Problem(409, `Instance ${instanceId} was bought by order ${orderId}.`)
}

function requireNone(bought: Instance | undefined, instanceId: string): void {
  if (bought === undefined || bought.instanceId === instanceId) return
  throw ofOther(bought.orderId, 'bought', bought.instanceId)
}

/** Fails where an order that the row names has bought or changed another instance. */
async function requireFreeOrders(db: Database, work: Import): Promise<void> {
  const { instanceId, orders = [] } = work.given
  if (orders.length === 0) return
  const lines = orders.map((one) => ({ orderId: one.orderId, line: one.orderLineId ?? '' }))
  const ids = [...new Set(lines.map((one) => one.orderId))]
  const others = (one: { readonly instanceId: string }) => one.instanceId !== instanceId
  const bought = (await findPurchases(db, work.services.vault, ids)).find(
    (one) => others(one) && isOfScope(one, work) && lines.some((line) => isLine(one, line)),
  )
  if (bought) throw ofOther(bought.orderId, 'bought', bought.instanceId)
  const applied = (await listAppliedOf(db, ids)).filter(
    (one) => others(one) && one.site === work.address.site && one.testAddress === '',
  )
  // V1 has no lines: an order of it may change several instances.
  const changed = applied.find((one) => lines.some((line) => line.line !== '' && isLine(one, line)))
  if (changed) throw ofOther(changed.orderId, 'changed', changed.instanceId)
}

interface Line {
  readonly orderId: string
  readonly line: string
}

function isLine(one: OrderKey, { orderId, line }: Line): boolean {
  return one.orderId === orderId && one.orderLineId === line
}

function isOfScope(one: Instance, { given, address }: Import): boolean {
  const kind: Kind = kindOf(given.family)
  return one.site === address.site && !one.test && kindOf(one.family) === kind
}

function ofOther(orderId: string, what: 'bought' | 'changed', instanceId: string): Problem {
  return new Problem(409, `Order ${orderId} ${what} instance ${instanceId}.`)
}

type ImportedOrders = NonNullable<InstanceImport['orders']>

/** Claims orders that were applied before; returns those that nobody knew, each once. */
async function claimOrders(
  db: Database,
  orders: ImportedOrders,
  { given, address, services }: Import,
): Promise<ImportedOrders> {
  const now = services.now()
  const claims = orders.map((order) => claimRow(given, order, { address, now }))
  const added = new Set((await addClaims(db, claims)).map(nameOf))
  // One that the row names twice was applied once.
  return orders.filter((_order, index) => added.delete(nameOf(claims[index])))
}

function nameOf(claim?: Pick<ClaimTable, 'activity' | 'claim_key'>): string {
  return JSON.stringify([claim?.activity, claim?.claim_key])
}

interface Fresh {
  readonly given: InstanceImport
  readonly fresh: ImportedOrders
  readonly services: Services
}

/** Notes the orders, on the instance in its next version: they came before whatever was called since. */
async function persistOrders(db: Database, { given, fresh, services }: Fresh): Promise<void> {
  const last = fresh.at(-1)
  const instance = await findInstance(db, services.vault, given.instanceId)
  if (last === undefined || instance === undefined) return
  const now = services.now()
  const { orders, version } = instance
  const at = orders.findLastIndex((one) => one.isImported || one.role === 'purchase') + 1
  const named = fresh.map((order) => appliedBefore(order, instance, now))
  const changed = withOrders(instance, orders.toSpliced(at, 0, ...named))
  const latest = at === orders.length && {
    latestOrderId: last.orderId,
    latestOrderLineId: last.orderLineId ?? instance.orderLineId,
  }
  const next = { ...changed, ...latest, version: version + 1, updatedAt: now }
  await persistIn(db, { instance: next, events: fresh.map(importedEvent) }, services)
}

/** What is known of an order that the file names: that it was applied; the plan stands in the row. */
function appliedBefore(
  { role, orderId, orderLineId }: ImportedOrders[number],
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
    isImported: true,
  })
}

import { purchaseKeyOf } from '../calls/call.ts'
import type { Vault } from '../crypto/vault.ts'
import { type AppliedOrder, listAppliedOf } from '../db/claim/applied-orders.ts'
import type { Database } from '../db/database.ts'
import { createFindPurchase } from '../db/instance/find-purchase.ts'
import { findInstances, findPurchases } from '../db/instance/instances.ts'
import type { Instance, OrderKey } from '../domain/instance/instance.ts'
import { isMaybeSoldBefore } from '../domain/instance/maybe-sold-before.ts'
import { kindOf } from '../domain/scope.ts'
import { orderPart } from './imported-instance.ts'
import type { Import } from './instance-import.ts'
import { Problem } from './problem.ts'

/** A row, with what is known of its instance and its orders. */
export interface Known {
  readonly row: Import
  /** The instance, where it is there and not one that waits. */
  readonly found: Instance | undefined
  /** What was made for the order of the purchase, and waits for this import. */
  readonly waiting: Instance | undefined
  /** Why the row is refused: the instance or one of its orders is another's. */
  readonly problem: Problem | undefined
}

/** Reads what is known of the rows, all of them together. */
export async function readKnown(
  db: Database,
  rows: readonly Import[],
  vault: Vault,
): Promise<readonly Known[]> {
  const findPurchase = createFindPurchase(db, vault)
  const ids = rows.map(({ given }) => given.instanceId)
  const found = new Map((await findInstances(db, vault, ids)).map((one) => [one.instanceId, one]))
  const bought = await Promise.all(rows.map((row) => findPurchase(purchaseOf(row))))
  const uses = await usesOf(db, rows, vault)
  return rows.map((row, index) =>
    knownOf(row, { found: found.get(row.given.instanceId), bought: bought[index], uses }),
  )
}

function purchaseOf({ given, address }: Import) {
  const { family, orderId } = given
  const line = { orderId, orderLineId: orderPart(given) }
  return purchaseKeyOf({ address, family, test: false }, family, line)
}

/** What the orders of the rows have bought, and what those that they name have changed. */
interface Uses {
  readonly bought: readonly Instance[]
  readonly changed: readonly AppliedOrder[]
}

async function usesOf(db: Database, rows: readonly Import[], vault: Vault): Promise<Uses> {
  const named = rows.flatMap(({ given }) => given.orders ?? []).map(({ orderId }) => orderId)
  const ids = new Set([...named, ...rows.map(({ given }) => given.orderId)])
  const bought = await findPurchases(db, vault, [...ids])
  return { bought, changed: named.length === 0 ? [] : await listAppliedOf(db, named) }
}

interface Read {
  readonly found: Instance | undefined
  readonly bought: Instance | undefined
  readonly uses: Uses
}

function knownOf(row: Import, { found, bought, uses }: Read): Known {
  const waiting = bought && isMaybeSoldBefore(bought) ? bought : undefined
  const isWaiting = found !== undefined && found.instanceId === waiting?.instanceId
  const problem =
    ofOtherPurchase(found, bought) ??
    (waiting === undefined ? ofOtherInstance(row, bought ?? soldInV1(row, uses)) : undefined) ??
    ofNamed(row, uses)
  return { row, found: isWaiting ? undefined : found, waiting, problem }
}

function ofOtherPurchase(found?: Instance, bought?: Instance): Problem | undefined {
  if (found === undefined || found.instanceId === bought?.instanceId) return undefined
  return new Problem(409, `Instance ${found.instanceId} was bought by order ${found.orderId}.`)
}

/** What a V2 purchase with the order would take over: the one instance that V1 has sold of it. */
function soldInV1({ given, address }: Import, { bought }: Uses): Instance | undefined {
  if (given.family !== 'saas-v2') return undefined
  const { orderId } = given
  const [sold, other] = bought.filter(
    (one) =>
      one.orderId === orderId && one.family === 'saas-v1' && one.site === address.site && !one.test,
  )
  return other === undefined ? sold : undefined
}

function ofOtherInstance({ given }: Import, bought?: Instance): Problem | undefined {
  if (bought === undefined || bought.instanceId === given.instanceId) return undefined
  return conflict(bought.orderId, 'bought', bought.instanceId)
}

function ofNamed({ given, address }: Import, uses: Uses): Problem | undefined {
  const { instanceId, family, orders = [] } = given
  const isOther = (one: { readonly instanceId: string; readonly site: string }) =>
    one.instanceId !== instanceId && one.site === address.site
  const isNamed = (one: OrderKey) =>
    orders.some((order) => order.orderId === one.orderId && lineOf(order) === one.orderLineId)
  const bought = uses.bought.find(
    (one) => isOther(one) && isNamed(one) && !one.test && kindOf(one.family) === kindOf(family),
  )
  if (bought) return conflict(bought.orderId, 'bought', bought.instanceId)
  // V1 has no lines: an order of it may change several instances.
  const changed = uses.changed.find(
    (one) => isOther(one) && isNamed(one) && one.testAddress === '' && one.orderLineId !== '',
  )
  return changed && conflict(changed.orderId, 'changed', changed.instanceId)
}

function lineOf({ orderLineId = '' }: { readonly orderLineId?: string | undefined }): string {
  return orderLineId
}

function conflict(orderId: string, what: 'bought' | 'changed', instanceId: string): Problem {
  return new Problem(409, `Order ${orderId} ${what} instance ${instanceId}.`)
}

import type { ManagementSchemas } from '../contract/index.ts'
import type { Changes } from '../calls/changes.ts'
import { persistAllIn } from '../calls/persist.ts'
import { type OrderColumns, idleEnded } from '../calls/deliveries/delivery-note.ts'
import { retrying } from '../calls/retrying.ts'
import type { Services } from '../calls/services.ts'
import { VersionConflict } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { removeBegun } from '../db/delivery/deliveries.ts'
import { type ClaimName, addClaims, removeInstances } from '../db/import/imports.ts'
import { scopeColumns } from '../db/scope-columns.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { next } from '../domain/instance/life-cycle.ts'
import { scopeOf } from '../domain/scope.ts'
import { type Known, readKnown } from './import-known.ts'
import { importedChanges } from './imported-instance.ts'
import { claimRow, importedEvent, withImported } from './imported-orders.ts'
import type { Import, ImportedOrders } from './instance-import.ts'
import { Problem } from './problem.ts'

/** What became of an instance that was imported. */
export type ImportOutcome = ManagementSchemas['ImportResult']['outcome']

/**
 * Takes in an instance that was sold before: with everything or not at all. A repeat changes nothing.
 * Throws Problem 409 where the instance or one of its orders is another's.
 */
export async function importInstance(row: Import, services: Services): Promise<ImportOutcome> {
  const [outcome] = await importInstances([row], services)
  if (outcome instanceof Problem) throw outcome
  return outcome ?? 'unchanged'
}

/**
 * Imports several, which share neither an instance nor an order, in one transaction: each statement
 * is for all of them. Returns what became of each; one that is refused keeps none of the others.
 */
export function importInstances(
  rows: readonly Import[],
  services: Services,
): Promise<readonly (ImportOutcome | Problem)[]> {
  return retrying(() =>
    inTransaction(services.db, (transaction) => importIn(transaction, rows, services)).catch(
      (error: unknown) => {
        // Somebody sold or imported it meanwhile: it is looked at again.
        if (error instanceof VersionConflict) return undefined
        throw error
      },
    ),
  )
}

async function importIn(db: Database, rows: readonly Import[], services: Services) {
  const known = await readKnown(db, rows, services.vault)
  const taken = known.filter(({ problem }) => problem === undefined)
  const ended = await removeWaiting(
    db,
    taken.flatMap(({ waiting }) => waiting ?? []),
  )
  const added = await claimOrders(db, taken, services)
  const decided = known.map((one) =>
    one.problem === undefined ? decide(one, { added, ended }, services) : { outcome: one.problem },
  )
  const changes = decided.flatMap((one) => ('changes' in one ? one.changes : []))
  await persistAllIn(db, changes, services)
  return decided.map(({ outcome }) => outcome)
}

/**
 * Takes away what was made for orders of the import, and their checklists where nobody has noted anything:
 * service supervision of what was sold before is over. Returns whose those were.
 */
async function removeWaiting(db: Database, waiting: readonly Instance[]) {
  await removeInstances(
    db,
    waiting.map(({ instanceId }) => instanceId),
  )
  return removeBegun(
    db,
    waiting.map((instance) => ({
      order_id: instance.orderId,
      order_line_id: instance.orderLineId,
      ...scopeColumns(scopeOf(instance)),
    })),
  )
}

/** Claims the orders that the rows name; returns those that nobody knew. */
async function claimOrders(
  db: Database,
  rows: readonly Known[],
  { now }: Services,
): Promise<Set<string>> {
  const claims = rows.flatMap(({ row }) =>
    (row.given.orders ?? []).map((order) => claimOf(row, order, now())),
  )
  return new Set((await addClaims(db, claims)).map(nameOf))
}

function claimOf({ given, address }: Import, order: ImportedOrders[number], now: Date) {
  return claimRow(given, order, { address, now })
}

function nameOf({ activity, claim_key }: ClaimName): string {
  return JSON.stringify([activity, claim_key])
}

interface Decided {
  readonly outcome: ImportOutcome
  readonly changes: readonly Changes[]
}

interface Prepared {
  /** The orders that nobody knew. */
  readonly added: Set<string>
  /** Whose checklists have ended. */
  readonly ended: readonly OrderColumns[]
}

function decide(known: Known, { added, ended }: Prepared, services: Services): Decided {
  const { row, found, waiting } = known
  const { given } = row
  const at = services.now()
  // One that the row names twice was applied once.
  const fresh = (given.orders ?? []).filter((one) => added.delete(nameOf(claimOf(row, one, at))))
  if (found === undefined) {
    const isOfRow = (one: OrderColumns) =>
      one.order_id === waiting?.orderId && one.order_line_id === waiting.orderLineId
    const alarms = ended.filter(isOfRow).map(idleEnded)
    return { outcome: 'created', changes: [{ ...importedChanges(row, fresh, services), alarms }] }
  }
  if (fresh.length === 0) return { outcome: 'unchanged', changes: [] }
  const instance = next(withImported(found, fresh, at), at, {})
  return {
    outcome: 'completed',
    changes: [{ instance, before: { instance: found }, events: fresh.map(importedEvent) }],
  }
}

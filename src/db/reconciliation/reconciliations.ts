import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { BillSummary, ReconciliationTable } from './reconciliation-tables.ts'

/** A reconciliation as it is kept. */
export type ReconciliationRow = Selectable<ReconciliationTable>

/** One that is begun; the others of its columns are those of one that has done nothing. */
export type NewReconciliation = Pick<ReconciliationRow, 'id' | 'site' | 'started_by'> &
  Partial<Pick<ReconciliationRow, 'day' | 'since' | 'order_ids'>>

/**
 * Begins a reconciliation of orders; false where one of the site runs, or the daily one of this day is
 * there.
 */
export async function beginReconciliation(
  db: Database,
  { order_ids = null, ...given }: NewReconciliation,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('reconciliations')
    .values({
      ...fresh(now),
      ...given,
      kind: 'orders',
      state: 'running',
      order_ids: order_ids && JSON.stringify(order_ids),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps the comparison with a bill, which ends as it begins. */
export async function keepBill(
  db: Database,
  { id, site }: Pick<ReconciliationRow, 'id' | 'site'>,
  now: Date,
): Promise<void> {
  await db
    .insertInto('reconciliations')
    .values({
      ...fresh(now),
      ...{ id, site, kind: 'usage_bill', state: 'done', started_by: 'request' },
      ended_at: now,
    })
    .execute()
}

/** Keeps what was read of a bill. */
export async function setBill(db: Database, id: string, bill: BillSummary): Promise<void> {
  await db
    .updateTable('reconciliations')
    .set({ bill: JSON.stringify(bill) })
    .where('id', '=', id)
    .execute()
}

function fresh(now: Date) {
  return {
    ...{ day: null, since: null, order_ids: null, bill: null, error: null },
    ...{ after: '', orders: 0, asked: 0, given: 0, skipped: 0, attempts: 0 },
    ...{ next_at: now, created_at: now, updated_at: now },
    ...{ lease: null, lease_until: null, ended_at: null },
  }
}

/** A reconciliation by its id. */
export function findReconciliation(
  db: Database,
  id: string,
): Promise<ReconciliationRow | undefined> {
  return db.selectFrom('reconciliations').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The one of a site that runs. */
export function findRunning(db: Database, site: string): Promise<ReconciliationRow | undefined> {
  return db
    .selectFrom('reconciliations')
    .selectAll()
    .where('site', '=', site)
    .where('state', '=', 'running')
    .executeTakeFirst()
}

/** What reconciliations a list shows; each member that is left out lets all through. */
export interface ReconciliationFilter {
  readonly site?: string | undefined
  readonly kind?: ReconciliationRow['kind'] | undefined
  readonly state?: ReconciliationRow['state'] | undefined
}

/** Reconciliations, the newest first. */
export function listReconciliations(
  db: Database,
  { site, kind, state }: ReconciliationFilter,
  page: Page,
): Promise<PageOf<ReconciliationRow>> {
  let query = db.selectFrom('reconciliations').selectAll()
  if (site !== undefined) query = query.where('site', '=', site)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (state !== undefined) query = query.where('state', '=', state)
  return pageOfQuery(query, { time: 'created_at', updated: 'updated_at', id: 'id' }, page)
}

/** Ends one that runs; returns whether it ran. */
export async function endReconciliation(
  db: Database,
  id: string,
  { state, error, now }: ReconciliationEnd,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reconciliations')
    .set({ state, error, lease: null, lease_until: null, updated_at: now, ended_at: now })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** How a reconciliation ends. */
export interface ReconciliationEnd {
  readonly state: 'done' | 'failed' | 'cancelled'
  readonly error: string | null
  readonly now: Date
}

/** Whether a daily one of this day was begun. */
export async function isDailyBegun(db: Database, site: string, day: string): Promise<boolean> {
  const row = await db
    .selectFrom('reconciliations')
    .select('id')
    .where('site', '=', site)
    .where('day', '=', day)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a real order of a site was known before a time. */
export async function hasOrdersBefore(db: Database, site: string, time: Date): Promise<boolean> {
  const row = await db
    .selectFrom('order_lines')
    .select('order_id')
    .where('created_at', '<', time)
    .where('site', '=', site)
    .where('test_address', '=', '')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets what ended before a time, and what it found. */
export async function pruneReconciliations(db: Database, before: Date): Promise<void> {
  await sql`delete from reconciliations where ended_at < ${before}`.execute(db)
}

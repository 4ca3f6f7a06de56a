import { type Selectable, sql } from 'kysely'
import type { FailingPurchase } from '../../domain/standing/purchase-window.ts'
import type { Database } from '../database.ts'
import type { FailingPurchaseTable } from './standing-tables.ts'

// The instance of a purchase was in use at some time: then the buyer has what was bought, also where a
// release has come since.
const succeeded = sql<boolean>`exists (
  select from sold_instances sold
  where sold.site = failing_purchases.site and sold.kind = failing_purchases.kind
    and sold.test_address = '' and sold.order_id = failing_purchases.order_id
    and sold.order_line_id = failing_purchases.order_line_id
    and (sold.phase = 'ready' or exists (
      select from events
      where events.instance_id = sold.instance_id and events.type = 'instance.activated')))`

// What waits for a hand may be much; the rest comes a minute later.
const judgedAtOnce = 5_000

/** Notes attempts that failed; the first of a purchase says until when the store tries. */
export async function noteFailingPurchases(
  db: Database,
  rows: readonly FailingPurchaseTable[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into failing_purchases as kept
    select * from json_populate_recordset(null::failing_purchases, ${JSON.stringify(rows)})
    order by site, kind, order_id, order_line_id
    on conflict (site, kind, order_id, order_line_id) do update set
      address = excluded.address, attempts = kept.attempts + excluded.attempts,
      last_at = excluded.last_at, last_code = excluded.last_code`.execute(db)
}

/**
 * Forgets purchases that have succeeded and marks those as failed whose time is over. Returns what is
 * newly failed; of replicas that ask at once each purchase goes to one.
 */
export async function judgePurchases(db: Database, now: Date): Promise<FailingPurchase[]> {
  const { rows } = await sql<Selectable<FailingPurchaseTable>>`
    with judged as (
      select site, kind, order_id, order_line_id, ${succeeded} as succeeded
      from failing_purchases where failed_at is null
      order by due_at limit ${sql.lit(judgedAtOnce)} for update skip locked),
    forgotten as (
      delete from failing_purchases kept using judged
      where judged.succeeded and ${isSame} returning kept.order_id)
    update failing_purchases kept set failed_at = kept.due_at from judged
    where not judged.succeeded and kept.due_at <= ${now} and ${isSame}
    returning kept.*`.execute(db)
  return rows.map(toPurchase)
}

const isSame = sql`kept.site = judged.site and kept.kind = judged.kind
  and kept.order_id = judged.order_id and kept.order_line_id = judged.order_line_id`

/** Purchases whose time ended without success at this time or later, the newest first. */
export async function listFailedPurchases(db: Database, from: Date): Promise<FailingPurchase[]> {
  const rows = await db
    .selectFrom('failing_purchases')
    .selectAll()
    .where('failed_at', '>=', from)
    .orderBy('failed_at', 'desc')
    .limit(mostListed)
    .execute()
  return rows.map(toPurchase)
}

// More would tell nobody more.
const mostListed = 1_000

/** Purchases that fail and for which the store still tries, those whose time ends first before. */
export async function listPurchasesAtRisk(
  db: Database,
  limit = mostListed,
): Promise<FailingPurchase[]> {
  const rows = await db
    .selectFrom('failing_purchases')
    .selectAll()
    .where('failed_at', 'is', null)
    .where(sql<boolean>`not ${succeeded}`)
    .orderBy('due_at')
    .limit(limit)
    .execute()
  return rows.map(toPurchase)
}

/** How many orders of each site have failed since a time. */
export async function countFailedOrders(db: Database, from: Date): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('failing_purchases')
    .select(['site', ({ fn }) => fn.count<number>('order_id').distinct().as('failed')])
    .where('failed_at', '>=', from)
    .groupBy('site')
    .execute()
  return new Map(rows.map(({ site, failed }) => [site, failed]))
}

/** How many purchases of each site fail while the store still tries. */
export async function countPurchasesAtRisk(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('failing_purchases')
    .select(['site', ({ fn }) => fn.countAll<number>().as('atRisk')])
    .where('failed_at', 'is', null)
    .where(sql<boolean>`not ${succeeded}`)
    .groupBy('site')
    .execute()
  return new Map(rows.map(({ site, atRisk }) => [site, atRisk]))
}

/** Forgets what failed before a time. */
export async function pruneFailedPurchases(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('failing_purchases').where('failed_at', '<', before).execute()
}

function toPurchase(row: Selectable<FailingPurchaseTable>): FailingPurchase {
  return {
    site: row.site,
    kind: row.kind,
    orderId: row.order_id,
    orderLineId: row.order_line_id,
    address: row.address,
    activity: row.activity,
    attempts: row.attempts,
    firstAt: row.first_at,
    lastAt: row.last_at,
    lastCode: row.last_code,
    dueAt: row.due_at,
    failedAt: row.failed_at,
  }
}

import { type Selectable, sql } from 'kysely'
import type { DriftState } from '../../domain/reconciliation/drift.ts'
import type { Database } from '../database.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { DriftTable } from './reconciliation-tables.ts'

/** A drift as it is kept. */
export type DriftRow = Selectable<DriftTable>

/** One that was just found. */
export type NewDriftRow = Omit<DriftRow, 'attempt' | 'lease_until' | 'applied_at' | 'result'>

/** Keeps drifts; one that the reconciliation has found before is there already. */
export async function insertDrifts(db: Database, rows: readonly NewDriftRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into reconciliation_drifts
    select * from json_populate_recordset(null::reconciliation_drifts, ${JSON.stringify(rows)}::json)
    on conflict (reconciliation_id, key) do nothing`.execute(db)
}

/** What drifts are meant; each member that is left out lets all through. */
export interface DriftFilter {
  readonly reconciliationId: string
  readonly kind?: string | undefined
  readonly repair?: string | undefined
  readonly state?: DriftState | undefined
  readonly orderId?: string | undefined
  readonly instanceId?: string | undefined
}

/** Drifts of a reconciliation, the newest first. */
export function listDrifts(
  db: Database,
  filter: DriftFilter,
  page: Page,
): Promise<PageOf<DriftRow>> {
  return pageOfQuery(filtered(db, filter).selectAll(), { time: 'found_at', id: 'id' }, page)
}

/** A drift of a reconciliation. */
export function findDrift(
  db: Database,
  reconciliationId: string,
  id: string,
): Promise<DriftRow | undefined> {
  return filtered(db, { reconciliationId }).selectAll().where('id', '=', id).executeTakeFirst()
}

/** How many drifts of reconciliations are in each state. */
export async function countDrifts(
  db: Database,
  reconciliationIds: readonly string[],
): Promise<readonly DriftCount[]> {
  // One after the other, each by the index on the state: those of all reconciliations are not read for a few.
  const { rows } = await sql<DriftCount>`
    select asked.id as reconciliation_id, state, count
    from unnest(${reconciliationIds}::uuid[]) asked (id), lateral (
      select state, count(*) from reconciliation_drifts
      where reconciliation_id = asked.id group by state) counted`.execute(db)
  return rows
}

/** So many drifts of a reconciliation in one state. */
export interface DriftCount {
  readonly reconciliation_id: string
  readonly state: DriftState
  readonly count: number
}

/** How many drifts can be repaired, and what usage they are about. */
export interface Repairable {
  readonly matching: number
  /** Decimal text; null where none is about usage. */
  readonly value: string | null
}

/** Counts what could be repaired. */
export async function countRepairable(
  db: Database,
  filter: DriftFilter,
  now: Date,
): Promise<Repairable> {
  const row = await repairable(db, filter, now)
    .select([
      ({ fn }) => fn.countAll<number>().as('matching'),
      sql<string | null>`trim_scale(sum(value))::text`.as('value'),
    ])
    .executeTakeFirst()
  return { matching: row?.matching ?? 0, value: row?.value ?? null }
}

/** The ids of what could be repaired, behind one of them. */
export async function listRepairable(
  db: Database,
  filter: DriftFilter,
  { now, after, limit }: { readonly now: Date; readonly after: string; readonly limit: number },
): Promise<string[]> {
  const rows = await repairable(db, filter, now)
    .select('id')
    .where(sql<boolean>`id > ${after}::uuid`)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

// One that somebody began to repair and left is to be repaired again when its lease is over.
function repairable(db: Database, filter: DriftFilter, now: Date) {
  return filtered(db, filter)
    .where('repair', '<>', 'none')
    .where(
      sql<boolean>`(state in ('open', 'failed') or (state = 'applying' and lease_until <= ${now}))`,
    )
}

function filtered(db: Database, filter: DriftFilter) {
  const { reconciliationId, kind, repair, state, orderId, instanceId } = filter
  let query = db
    .selectFrom('reconciliation_drifts')
    .where('reconciliation_id', '=', reconciliationId)
  if (kind !== undefined) query = query.where(sql<boolean>`kind = ${kind}`)
  if (repair !== undefined) query = query.where(sql<boolean>`repair = ${repair}`)
  if (state !== undefined) query = query.where('state', '=', state)
  if (orderId !== undefined) query = query.where('order_id', '=', orderId)
  if (instanceId !== undefined) query = query.where('instance_id', '=', instanceId)
  return query
}

/** Takes away what was found of a kind: it was none. */
export async function dropDrifts(
  db: Database,
  reconciliationId: string,
  kind: DriftRow['kind'],
): Promise<void> {
  await db
    .deleteFrom('reconciliation_drifts')
    .where('reconciliation_id', '=', reconciliationId)
    .where('kind', '=', kind)
    .execute()
}

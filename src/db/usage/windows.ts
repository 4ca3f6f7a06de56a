import {
  type ExpressionBuilder,
  type Selectable,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely'
import { isUuid } from '../../domain/uuid.ts'
import type { Database } from '../database.ts'
import { type Page, type PageOf, type Position, isByUpdate, pageOf, pageOfQuery } from '../page.ts'
import { firstIdAt } from '../partitions.ts'
import type { Tables } from '../tables.ts'
import type { UsageBatchTable, UsageWindowState, UsageWindowTable } from './usage-tables.ts'

/** A window as it is kept. */
export type UsageWindowRow = Selectable<UsageWindowTable>

/** Which windows are meant; each member that is left out lets all through. */
export interface WindowFilter {
  readonly meteringSn?: string | undefined
  readonly instanceId?: string | undefined
  readonly state?: UsageWindowState | undefined
  readonly code?: string | undefined
  readonly address?: string | undefined
  readonly from?: Date | undefined
  readonly until?: Date | undefined
}

const dayMs = 24 * 60 * 60_000

type WindowsBuilder = ExpressionBuilder<Pick<Tables, 'usage_windows'>, 'usage_windows'>

/** The condition of a filter. */
export function meant(filter: WindowFilter) {
  const { meteringSn, instanceId, state, code, address, from, until } = filter
  return (eb: WindowsBuilder) =>
    eb.and([
      ...(meteringSn === undefined ? [] : [eb('metering_sn', '=', meteringSn)]),
      ...(instanceId === undefined ? [] : [eb('instance_id', '=', instanceId)]),
      ...(state === undefined ? [] : [eb('state', '=', state)]),
      ...(code === undefined ? [] : [eb('code', '=', code)]),
      ...(address === undefined ? [] : [eb('signer', '=', address)]),
      ...(from === undefined ? [] : [sql<SqlBool>`begin_time >= ${from}::timestamptz`]),
      ...(until === undefined ? [] : [sql<SqlBool>`begin_time < ${until}::timestamptz`]),
    ])
}

/** Windows, the newest first unless the page says otherwise. Their ids are in the order in which they were made. */
export function listWindows(
  db: Database,
  filter: WindowFilter,
  page: Page,
): Promise<PageOf<UsageWindowRow>> {
  const all = db.selectFrom('usage_windows').selectAll().where(meant(filter))
  const query = filter.from === undefined ? all : all.where(madeSince(filter.from))
  if (!isByUpdate(page.sort)) return newestOf(query, page)
  return pageOfQuery(query, { time: 'created_at', updated: 'updated_at', id: 'metering_sn' }, page)
}

// Usage is reported after it begins, so what begins late was made and changed late: neither order is
// searched from its other end. A day more than clocks differ, and than a late record is moved by.
function madeSince(from: Date) {
  const time = new Date(from.getTime() - dayMs)
  return sql<SqlBool>`metering_sn >= ${firstIdAt(time)}::uuid and updated_at >= ${time}::timestamptz`
}

async function newestOf(
  query: SelectQueryBuilder<Pick<Tables, 'usage_windows'>, 'usage_windows', UsageWindowRow>,
  { limit, after, updatedAfter }: Page,
): Promise<PageOf<UsageWindowRow>> {
  const before = after === undefined ? query : query.where('metering_sn', '<', idOf(after))
  const changed =
    updatedAfter === undefined
      ? before
      : before.where(sql<SqlBool>`updated_at > ${updatedAfter}::timestamptz`)
  const rows = await changed
    .orderBy('metering_sn', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, (last) => [last.created_at.toISOString(), last.metering_sn])
}

// Somebody may have made a cursor himself: behind what is no id there is nothing.
function idOf([, id]: Position): string {
  return isUuid(id) ? id : firstIdAt(new Date(0))
}

/** A window by its id. */
export function findWindow(db: Database, meteringSn: string): Promise<UsageWindowRow | undefined> {
  return db
    .selectFrom('usage_windows')
    .selectAll()
    .where('metering_sn', '=', meteringSn)
    .executeTakeFirst()
}

/** The batch that a window was pushed with last. */
export function findBatch(
  db: Database,
  id: string,
): Promise<Selectable<UsageBatchTable> | undefined> {
  return db.selectFrom('usage_batches').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A record as it is kept. */
export interface KeptRecord {
  readonly record_id: string
  readonly value: string
  readonly received_at: Date
}

/** The records of a window, the first that came first. */
export async function recordsOf(
  db: Database,
  { instance_id, metering_sn }: UsageWindowRow,
  { week, limit }: { readonly week: string; readonly limit: number },
): Promise<KeptRecord[]> {
  return db
    .selectFrom('usage_records')
    .select(['record_id', 'value', 'received_at'])
    .where('week', '=', week)
    .where('instance_id', '=', instance_id)
    .where('window_sn', '=', metering_sn)
    .orderBy('received_at')
    .orderBy('record_id')
    .limit(limit)
    .execute()
}

/** What is in one state. */
export interface StateSum {
  readonly state: UsageWindowState
  readonly windows: number
  readonly records: number
  readonly value: string
}

/** What is in each state; what is over is counted of one instance only. */
export async function sumStates(db: Database, instanceId?: string): Promise<StateSum[]> {
  const which =
    instanceId === undefined
      ? sql`state not in ('taken', 'expired', 'void')`
      : sql`instance_id = ${instanceId}`
  const { rows } = await sql<StateSum>`
    select state, count(*)::integer as windows, sum(records)::integer as records,
      sum(value)::text as value
    from usage_windows where ${which} group by state order by state`.execute(db)
  return rows
}

/** Windows that the store has not taken, what is given up first first; `until` is about that time. */
export async function listWaiting(
  db: Database,
  { until }: { readonly until?: Date | undefined },
  { limit, after }: Page,
): Promise<PageOf<UsageWindowRow>> {
  const { rows } = await sql<UsageWindowRow>`
    select * from usage_windows where state not in ('taken', 'expired', 'void')
      and (deadline < ${until ?? null}::timestamptz or ${until === undefined})
      and ${
        after === undefined
          ? sql`true`
          : sql`(deadline, metering_sn) > (${after[0]}::timestamptz, ${idOf(after)}::uuid)`
      }
    order by deadline, metering_sn limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit, (last) => [last.deadline.toISOString(), last.metering_sn])
}

/** How old the usage is that waits. */
export interface Waiting {
  readonly oldest: Date | null
  readonly deadline: Date | null
  /** Older than a time. */
  readonly atRisk: number
}

/** How old the usage is that the store has not taken. */
export async function waitingUsage(
  db: Database,
  riskBegin: Date,
  instanceId?: string,
): Promise<Waiting> {
  const own = instanceId === undefined ? sql`true` : sql`instance_id = ${instanceId}`
  const { rows } = await sql<Waiting>`
    select min(begin_time) as oldest, min(deadline) as deadline,
      (count(*) filter (where begin_time <= ${riskBegin}))::integer as "atRisk"
    from usage_windows where state not in ('taken', 'expired', 'void') and ${own}`.execute(db)
  return rows[0] ?? { oldest: null, deadline: null, atRisk: 0 }
}

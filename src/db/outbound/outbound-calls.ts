import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import { asJson } from '../json-row.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import { firstIdAt } from '../partitions.ts'
import type { OutboundCallTable } from './outbound-tables.ts'

export type OutboundCallRow = Selectable<OutboundCallTable>

/** Keeps attempts. */
export async function insertOutboundCalls(
  db: Database,
  rows: readonly OutboundCallRow[],
): Promise<void> {
  const given = JSON.stringify(rows.map(asJson))
  await sql`
    insert into outbound_calls
      (id, at, site, operation, subject, host, method, path, status, code, result, ms, content)
    select id, at, site, operation, subject, host, method, path, status, code, result, ms, content
    from json_populate_recordset(null::outbound_calls, ${given})`.execute(db)
}

/** Which attempts a list shows; each member that is left out lets all through. */
export interface OutboundCallFilter {
  readonly site?: string | undefined
  readonly operation?: string | undefined
  readonly result?: string | undefined
  readonly subject?: string | undefined
  /** `from` counts in, `to` counts out. */
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Attempts, the newest first. */
export function listOutboundCalls(
  db: Database,
  { site, operation, result, subject, from, to }: OutboundCallFilter,
  page: Page,
): Promise<PageOf<OutboundCallRow>> {
  let query = db.selectFrom('outbound_calls').selectAll()
  if (site !== undefined) query = query.where('site', '=', site)
  if (operation !== undefined) query = query.where('operation', '=', operation)
  if (subject !== undefined) query = query.where('subject', '=', subject)
  // As the index has it, whose condition is no parameter.
  if (result !== undefined && result !== 'done')
    query = query.where('result', '<>', sql.lit('done'))
  if (result !== undefined) query = query.where('result', '=', result)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (to !== undefined) query = query.where('at', '<', to)
  return pageOfQuery(query, { time: 'at', id: 'id' }, page)
}

/** One attempt. */
export function findOutboundCall(db: Database, id: string): Promise<OutboundCallRow | undefined> {
  return db.selectFrom('outbound_calls').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Deletes some of the attempts of before a time; their ids begin with their times. */
export async function pruneOutboundCalls(
  db: Database,
  before: Date,
  limit: number,
): Promise<number> {
  const old = db
    .selectFrom('outbound_calls')
    .select('id')
    .where('id', '<', firstIdAt(before))
    .orderBy('id')
    .limit(limit)
  const { numDeletedRows } = await db
    .deleteFrom('outbound_calls')
    .where('id', 'in', old)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

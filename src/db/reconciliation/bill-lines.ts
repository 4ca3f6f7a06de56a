import { sql } from 'kysely'
import { uuidPattern } from '../../domain/uuid.ts'
import type { Database } from '../database.ts'

/** A record of a bill, as it is compared. */
export interface BillLineRow {
  readonly line: number
  readonly instance_id: string
  readonly begin_time: Date
  readonly end_time: Date
  /** Whether the file named the zone of both; else they are those of a clock on the wall, as if in UTC. */
  readonly has_zone: boolean
  readonly value: string
  readonly metering_sn: string | null
  readonly state: string | null
  readonly refused: boolean
}

/** The bill of a site under a reconciliation. */
export interface BillOf {
  readonly id: string
  readonly site: string
}

/** Puts records of a bill beside the windows of usage. */
export async function insertBillLines(
  db: Database,
  { id }: BillOf,
  rows: readonly BillLineRow[],
): Promise<void> {
  await sql`
    insert into reconciliation_bill_lines (reconciliation_id, line, instance_id, begin_time, end_time,
      has_zone, value, metering_sn, state, refused)
    select ${id}::uuid, line, instance_id, begin_time, end_time, has_zone, value, metering_sn, state, refused
    from json_populate_recordset(null::reconciliation_bill_lines, ${JSON.stringify(rows)}::json)`.execute(
    db,
  )
}

const beijing = sql`interval '8 hours'`

/** How many records without a zone are of a window, read as UTC and as Beijing's time. */
export async function countByZone(
  db: Database,
  { id, site }: BillOf,
): Promise<{ readonly utc: number; readonly beijing: number }> {
  const { rows } = await sql<{ utc: number; beijing: number }>`
    select count(*) filter (where w.begin_time = l.begin_time)::integer as utc,
      count(*) filter (where w.begin_time = l.begin_time - ${beijing})::integer as beijing
    from reconciliation_bill_lines l
    join usage_windows w on w.instance_id = l.instance_id and w.site = ${site} and not w.test
      and w.begin_time in (l.begin_time, l.begin_time - ${beijing})
      and w.end_time - w.begin_time = l.end_time - l.begin_time
    where l.reconciliation_id = ${id} and not l.has_zone`.execute(db)
  return rows[0] ?? { utc: 0, beijing: 0 }
}

/** Takes the times without a zone for Beijing's. */
export async function readAsBeijing(db: Database, { id }: BillOf): Promise<void> {
  await sql`
    update reconciliation_bill_lines
    set begin_time = begin_time - ${beijing}, end_time = end_time - ${beijing}
    where reconciliation_id = ${id} and not has_zone`.execute(db)
}

/** Finds the window of each record: by its metering_sn where that is one of ours, else by instance and time. */
export async function matchWindows(db: Database, { id, site }: BillOf): Promise<void> {
  await sql`
    update reconciliation_bill_lines l set window_sn = w.metering_sn
    from usage_windows w
    where l.reconciliation_id = ${id} and w.site = ${site} and not w.test
      and w.metering_sn = case when l.metering_sn ~* ${uuidPattern} then l.metering_sn::uuid end
      and w.instance_id = l.instance_id`.execute(db)
  await sql`
    update reconciliation_bill_lines l set window_sn = w.metering_sn
    from usage_windows w
    where l.reconciliation_id = ${id} and l.window_sn is null and w.site = ${site} and not w.test
      and w.instance_id = l.instance_id and w.begin_time = l.begin_time
      and w.end_time = l.end_time and w.state <> 'void'`.execute(db)
}

/** The time that a bill covers by itself. */
export async function spanOf(
  db: Database,
  { id }: BillOf,
): Promise<{ readonly from: Date; readonly to: Date }> {
  const { rows } = await sql<{ from: Date; to: Date }>`
    select min(begin_time) as from, max(end_time) as to
    from reconciliation_bill_lines where reconciliation_id = ${id}`.execute(db)
  return rows[0] ?? { from: new Date(0), to: new Date(0) }
}

/** Takes the records away: what they came to is kept. */
export async function dropBillLines(db: Database, { id }: BillOf): Promise<void> {
  await sql`delete from reconciliation_bill_lines where reconciliation_id = ${id}`.execute(db)
}

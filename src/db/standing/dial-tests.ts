import { type Selectable, sql } from 'kysely'
import type { DialTest } from '../../domain/standing/dial-test.ts'
import type { Database } from '../database.ts'
import type { DialTestTable } from './standing-tables.ts'

/** The test calls of a half day at an address. */
export interface DialTestAt extends DialTest {
  readonly address: string
}

/** Adds counts to what is kept; those of several replicas come together. */
export async function addDialTests(db: Database, rows: readonly DialTestTable[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into dial_tests as kept
    select * from json_populate_recordset(null::dial_tests, ${JSON.stringify(rows)})
    order by address, half_day
    on conflict (address, half_day) do update set
      calls = kept.calls + excluded.calls,
      failed = kept.failed + excluded.failed,
      last_at = greatest(kept.last_at, excluded.last_at),
      failed_at = coalesce(excluded.failed_at, kept.failed_at),
      failed_activity = coalesce(excluded.failed_activity, kept.failed_activity),
      failed_code = coalesce(excluded.failed_code, kept.failed_code)`.execute(db)
}

/** The test calls of the half days that begin at a time or later, the newest first. */
export async function listDialTests(db: Database, from: Date): Promise<DialTestAt[]> {
  const rows = await db
    .selectFrom('dial_tests')
    .selectAll()
    .where('half_day', '>=', from)
    .orderBy('half_day', 'desc')
    .execute()
  return rows.map(toDialTest)
}

/** Forgets the half days that began before a time. */
export async function pruneDialTests(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('dial_tests').where('half_day', '<', before).execute()
}

function toDialTest(row: Selectable<DialTestTable>): DialTestAt {
  return {
    address: row.address,
    halfDay: row.half_day,
    calls: row.calls,
    failed: row.failed,
    lastAt: row.last_at,
    failedAt: row.failed_at,
    failedActivity: row.failed_activity,
    failedCode: row.failed_code,
  }
}

/** The last test call of a half day in which all of them were answered with success. */
export interface PassedHalfDay {
  readonly address: string
  readonly lastAt: Date
}

/** The first half days of each address that passed, so many of each. */
export async function firstPassedHalfDays(db: Database, count: number): Promise<PassedHalfDay[]> {
  const { rows } = await sql<PassedHalfDay>`
    select address, last_at as "lastAt" from (
      select address, last_at, row_number() over (partition by address order by half_day) as nth
      from dial_tests where failed = 0) passed
    where nth <= ${count} order by address, nth`.execute(db)
  return rows
}

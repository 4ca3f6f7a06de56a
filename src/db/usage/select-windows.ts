import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { UsageWindowState } from './usage-tables.ts'
import { type WindowFilter, meant } from './windows.ts'

/** How much of a selection is in one state. */
export interface Selected {
  readonly state: UsageWindowState
  /** Whether the change is about it. */
  readonly may: boolean
  readonly windows: number
  readonly records: number
  /** Decimal text. */
  readonly value: string
}

const retried = sql<boolean>`state in ('held', 'parked', 'ready')`
// One that may have been taken would be billed twice if it were reported anew.
const voidable = (evenUncertain: boolean) =>
  sql<boolean>`state in ('open', 'ready', 'held', 'parked') and (not uncertain or ${evenUncertain}::boolean)`

/** Which change is meant. */
export type Change =
  | { readonly kind: 'retry' }
  | { readonly kind: 'void'; readonly evenUncertain: boolean }

function allowed(change: Change) {
  return change.kind === 'retry' ? retried : voidable(change.evenUncertain)
}

/** Counts what a change would be about, and what else the filter means. */
export async function countSelected(
  db: Database,
  filter: WindowFilter,
  change: Change,
): Promise<Selected[]> {
  return db
    .selectFrom('usage_windows')
    .select([
      'state',
      allowed(change).as('may'),
      sql<number>`count(*)::integer`.as('windows'),
      sql<number>`sum(records)::integer`.as('records'),
      sql<string>`sum(value)::text`.as('value'),
    ])
    .where(meant(filter))
    .groupBy(['state', sql`2`])
    .orderBy('state')
    .execute()
}

/** A window that was changed. */
export interface Changed {
  readonly meteringSn: string
  readonly site: string
  readonly signer: string
  readonly records: number
  readonly value: string
}

/** A part of the windows that a change is about. */
export interface ChangeStep {
  readonly change: Change
  readonly now: Date
  /** Those behind this id. */
  readonly after: string
  readonly limit: number
}

/** Changes at most so many windows of a filter, in the order of their ids. */
export async function changeSelected(
  db: Database,
  filter: WindowFilter,
  { change, now, after, limit }: ChangeStep,
): Promise<Changed[]> {
  const chosen = db
    .selectFrom('usage_windows')
    .select('metering_sn')
    .where(meant(filter))
    .where(allowed(change))
    .where('metering_sn', '>', after)
    .orderBy('metering_sn')
    .limit(limit)
    .forUpdate()
  const set =
    change.kind === 'retry'
      ? sql`state = 'ready', next_at = ${now}, doubted = false, part = null`
      : sql`state = 'void', next_at = null`
  const { rows } = await sql<Changed>`
    with chosen as (${chosen}),
    changed as (
      update usage_windows w set ${set}, updated_at = ${now}
      from chosen where w.metering_sn = chosen.metering_sn
      returning w.*)
    select metering_sn as "meteringSn", site, signer, records, value::text from changed
    order by metering_sn`.execute(db)
  return rows
}

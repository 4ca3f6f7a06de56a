import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { DecidedWindow } from './settle-batch.ts'

const decided = sql`w.metering_sn as "meteringSn", w.instance_id as "instanceId", w.site, w.signer,
  w.test, w.records, w.value::text, w.uncertain, w.code, w.reason`
const isUnfinished = sql`w.state not in ('taken', 'expired', 'void')`

/** Gives up windows whose deadline has passed, at most so many; what is being sent is waited for. */
export async function expireWindows(
  transaction: Database,
  now: Date,
  limit: number,
): Promise<DecidedWindow[]> {
  const { rows } = await sql<DecidedWindow>`
    with late as (
      select metering_sn from usage_windows w
      where ${isUnfinished} and w.state <> 'sending' and w.deadline <= ${now}
      order by w.deadline limit ${limit} for update skip locked)
    update usage_windows w set state = 'expired', next_at = null, updated_at = ${now},
      reason = coalesce(w.reason, 'it could not be pushed in time')
    from late where w.metering_sn = late.metering_sn
    returning ${decided}`.execute(transaction)
  return rows
}

/** Which windows have waited for so many days. */
export interface Age {
  readonly days: number
  /** They begin before this. */
  readonly begin: Date
  /** None of them is given up later than this. */
  readonly deadline: Date
}

/** Notes that windows have waited for so many days, at most so many of those that were not told yet. */
export async function noteAge(
  transaction: Database,
  { days, begin, deadline }: Age,
  limit: number,
): Promise<DecidedWindow[]> {
  const { rows } = await sql<DecidedWindow>`
    with old as (
      select metering_sn from usage_windows w
      where ${isUnfinished} and w.deadline <= ${deadline} and w.begin_time <= ${begin}
        and w.risk < ${days}
      order by w.deadline limit ${limit} for update skip locked)
    update usage_windows w set risk = ${days}
    from old where w.metering_sn = old.metering_sn
    returning ${decided}`.execute(transaction)
  return rows
}

/** Makes due what the store refused for the state of an instance that is not frozen here any more. */
export async function wakeUnfrozen(db: Database, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update usage_windows w set next_at = ${now}, updated_at = ${now}
    from sold_instances i
    where w.state = 'held' and w.code = '013' and w.next_at > ${now}
      and i.instance_id = w.instance_id and not (i.phase = 'ready' and i.frozen)`.execute(db)
  return Number(numAffectedRows)
}

/** Which of these instances have windows that are parked, or that have been told to be old and still wait. */
export async function instancesWith(
  db: Database,
  what: 'parked' | 'at-risk',
  instanceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const which = what === 'parked' ? sql`w.state = 'parked'` : sql`${isUnfinished} and w.risk > 0`
  const { rows } = await sql<{ id: string }>`
    select distinct w.instance_id as id from usage_windows w
    where w.instance_id = any(${instanceIds}) and ${which}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/**
 * Has pushes signed by the address that an instance is called at now, where the one that would have is
 * not configured any more.
 */
export async function signAnew(
  db: Database,
  configured: readonly string[],
  now: Date,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update usage_windows w set signer = i.address, updated_at = ${now}
    from sold_instances i
    where w.state in ('ready', 'held') and not (w.signer = any(${configured}))
      and i.instance_id = w.instance_id and i.site = w.site and i.address = any(${configured})`.execute(
    db,
  )
  return Number(numAffectedRows)
}

/** Sites other than these of which usage waits to be pushed. */
export async function sitesWaiting(db: Database, other: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ site: string }>`
    select distinct site from usage_windows w
    where w.state in ('ready', 'held') and not (site = any(${other}))`.execute(db)
  return rows.map(({ site }) => site)
}

import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** What sealing has come to. */
export interface Sealed {
  readonly windows: number
  /** Instances whose totals are more than the store can be shown. */
  readonly over: readonly string[]
}

/**
 * Closes windows that are settled, at most so many: they can be pushed, and stand in the totals, which
 * are written here alone. They are due by their ends, so what ended first is pushed first. What was
 * taken back leaves the totals.
 */
export async function sealWindows(
  db: Database,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<Sealed> {
  const { rows } = await sql<{ windows: number; over: string[] }>`
    with due as materialized (
      (select metering_sn from usage_windows where state = 'open' and seal_at <= ${now}
        order by seal_at limit ${limit} for update skip locked)),
    undone as materialized (
      (select metering_sn from usage_windows where state = 'void' and counted
        limit ${limit} for update skip locked)),
    sealed as (
      update usage_windows w set state = 'ready', next_at = w.end_time, counted = true,
        updated_at = ${now}
      from due where w.metering_sn = due.metering_sn
      returning w.instance_id, w.package_id, w.value, w.end_time),
    uncounted as (
      update usage_windows w set counted = false
      from undone where w.metering_sn = undone.metering_sn
      returning w.instance_id, w.package_id, -w.value as value, w.end_time),
    summed as (
      select instance_id, package_id, sum(value) as value, max(end_time) as last_end
      from (select * from sealed union all select * from uncounted) as changed
      group by instance_id, package_id),
    totals as (
      insert into usage_totals (instance_id, package_id, value, last_end)
      select instance_id, package_id, value, last_end from summed order by instance_id, package_id
      on conflict (instance_id, package_id) do update
        set value = usage_totals.value + excluded.value,
          last_end = greatest(usage_totals.last_end, excluded.last_end)
      returning instance_id, value)
    select (select count(*) from sealed)::integer + (select count(*) from uncounted)::integer
        as windows,
      coalesce((select array_agg(distinct instance_id) from totals where value > 99999999.9999),
        '{}') as over`.execute(db)
  return rows[0] ?? { windows: 0, over: [] }
}

import { sql } from 'kysely'
import { plainArray, textArray } from '../array-text.ts'
import type { Database } from '../database.ts'
import { type Placed, type TakingContext, type UsageRecord, mostAmount } from './take-records.ts'

/**
 * Takes records of which none is known yet and whose times are new or still open, of one request or
 * several: half the work of takeRecords, since nothing is read first. Returns what became of those that
 * share their window, by their own `sn`; each other one is the first of a window with that id. Whatever
 * else is among them (an id that was taken, a time that is closed or is not summed up, two packages of one
 * time, a sum that is too large) meets a key or leaves a column empty, which undoes all of it.
 *
 * Undefined where an instance has changed since it was read, and then nothing was written.
 */
export async function takeNew(
  db: Database,
  records: readonly UsageRecord[],
  { judged, tokenId, now }: TakingContext,
): Promise<ReadonlyMap<string, Placed> | undefined> {
  const texts = (of: (record: UsageRecord) => string) => textArray(records.map(of))
  const plain = (of: (record: UsageRecord) => string | number) => plainArray(records.map(of))
  const apart = new Set(records.flatMap(({ merge, signer }) => (merge ? [] : [signer])))
  const { rows } = await sql<{ readonly sn: string | null; readonly window: string }>`
    with sold as materialized (
      select s.instance_id, s.site, s.address, s.test, s.version = j.version as is_same
      from unnest(${textArray(judged.map(({ instanceId }) => instanceId))}::text[],
        ${plainArray(judged.map(({ version }) => version))}::integer[]) as j (instance_id, version)
      cross join lateral (
        select * from sold_instances where instance_id = j.instance_id limit 1) s),
    given as materialized (
      select sn, instance_id, record_id, week, package_id, to_timestamp(begin_at) as begin_time,
        to_timestamp(end_at) as end_time, value, to_timestamp(seal_at) as seal_at,
        to_timestamp(deadline) as deadline
      from unnest(${plain((one) => one.sn)}::text[], ${texts((one) => one.instanceId)}::text[],
        ${texts((one) => one.recordId)}::text[], ${plain((one) => one.week)}::date[],
        ${texts((one) => one.packageId)}::text[],
        ${plain((one) => one.beginTime.getTime() / 1000)}::float8[],
        ${plain((one) => one.endTime.getTime() / 1000)}::float8[],
        ${plain((one) => one.value)}::numeric(12, 4)[],
        ${plain((one) => one.sealAt.getTime() / 1000)}::float8[],
        ${plain((one) => one.deadline.getTime() / 1000)}::float8[])
        as g (sn, instance_id, record_id, week, package_id, begin_at, end_at, value, seal_at, deadline)
      cross join generate_series(1, ${once}::integer)
      where not exists (select from sold where not is_same)),
    windows as (
      insert into usage_windows (metering_sn, site, signer, test, instance_id, package_id, begin_time,
        end_time, value, records, state, seal_at, deadline, created_at, updated_at)
      select min(sn)::uuid, site, address, test, instance_id, min(package_id), begin_time, end_time,
        sum(value), count(*), 'open', min(seal_at), min(deadline), ${now}, ${now}
      from given join sold using (instance_id)
      group by instance_id, site, address, test, begin_time, end_time
      having sum(value) <= ${mostAmount} and min(package_id) = max(package_id)
        and (count(*) = 1 or not (address = any(${textArray([...apart])}::text[])))
      order by instance_id, begin_time, end_time
      on conflict (instance_id, begin_time, end_time) where state <> 'void' do update
        set value = usage_windows.value + excluded.value,
          records = usage_windows.records + excluded.records, updated_at = excluded.updated_at
        where usage_windows.state = 'open' and usage_windows.package_id = excluded.package_id
          and usage_windows.value + excluded.value <= ${mostAmount}
          and not (usage_windows.signer = any(${textArray([...apart])}::text[]))
      returning metering_sn, instance_id, begin_time, end_time, records),
    keyed as (
      insert into usage_record_keys (instance_id, record_id, week)
      select instance_id, record_id, week from given order by instance_id, record_id),
    written as (
      insert into usage_records (week, instance_id, record_id, package_id, begin_time, end_time, value,
        window_sn, token_id, received_at)
      select g.week, instance_id, g.record_id, g.package_id, begin_time, end_time, g.value,
        w.metering_sn, ${tokenId}, ${now}
      from given g left join windows w using (instance_id, begin_time, end_time))
    select g.sn, w.metering_sn::text as window
    from given g join windows w using (instance_id, begin_time, end_time)
    where w.records > 1
    union all
    select null, instance_id from sold where not is_same`.execute(db)
  if (rows.some(({ sn }) => sn === null)) return undefined
  return new Map(rows.map(({ sn, window }) => [sn ?? '', placedIn(window, true)]))
}

// Its plan is made before the arrays are known. It takes an array for 10 rows, and would look for each
// record among all windows; it takes a series whose end it does not know for 1,000.
const once = 1

/** Taken at its own time, in a window. */
export function placedIn(sn: string, isShared: boolean): Placed {
  return { outcome: 'placed', sn, shiftedBy: 0, isShared }
}

/** The places of those records whose id was taken before. */
export async function findKnown(
  db: Database,
  records: readonly UsageRecord[],
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ readonly place: number }>`
    select g.place::integer as place
    from unnest(${textArray(records.map(({ instanceId }) => instanceId))}::text[],
      ${textArray(records.map(({ recordId }) => recordId))}::text[])
      with ordinality as g (instance_id, record_id, place)
    join usage_record_keys k using (instance_id, record_id)`.execute(db)
  return new Set(rows.map(({ place }) => place - 1))
}

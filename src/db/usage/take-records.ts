import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { errorFields } from '../error-fields.ts'

/** A record that is to be taken, judged by what is known of its instance. */
export interface UsageRecord {
  /** A UUID for its window, should it be the first of it. */
  readonly sn: string
  readonly instanceId: string
  readonly recordId: string
  /** The Monday, `2026-11-23`, of the week it is kept in. */
  readonly week: string
  /** '' where it draws from no package. */
  readonly packageId: string
  readonly beginTime: Date
  readonly endTime: Date
  /** Decimal text. */
  readonly value: string
  readonly site: string
  readonly signer: string
  readonly test: boolean
  /** Whether it may be added to the usage of its time. */
  readonly merge: boolean
  /** Whether it gets a time of its own where the usage of its time is closed. */
  readonly shift: boolean
  readonly sealAt: Date
  readonly deadline: Date
}

/** In which version of an instance it was judged. */
export interface JudgedVersion {
  readonly instanceId: string
  readonly version: number
}

/** A record as it was taken. */
export interface Placed {
  readonly outcome: 'placed'
  readonly sn: string
  /** By how many seconds its end was moved. */
  readonly shiftedBy: number
  /** Its window has other records. */
  readonly isShared: boolean
}

/** What became of a record; `known` has what was taken under its id before, as far as it is kept. */
export type TakenRecord =
  | Placed
  | {
      readonly outcome: 'known'
      readonly sn: string | null
      readonly packageId: string | null
      readonly beginTime: Date | null
      readonly endTime: Date | null
      readonly value: string | null
    }
  /** The sum would be too large; its time is taken; its time is closed. */
  | { readonly outcome: 'over' | 'taken' | 'closed' }

/** The records, or the instances that changed since they were read, and then nothing was written. */
export type Taking =
  | { readonly taken: readonly TakenRecord[]; readonly changed?: undefined }
  | { readonly changed: readonly string[] }

interface Row {
  readonly ord: number
  readonly outcome: TakenRecord['outcome'] | 'changed'
  readonly id: string | null
  readonly package_id: string | null
  readonly begin_time: Date | null
  readonly end_time: Date | null
  readonly value: string | null
  readonly shifted_by: number | null
  readonly is_shared: boolean | null
}

/** Late records of one time that get a time of their own, at most. */
const mostShifts = 300

/**
 * Takes records, in one statement: those whose id is new are written, and added to the window of their
 * instance, begin and end while that is open; else they get a window of their own, some seconds shorter.
 * No two records have one id; and no two of one instance, begin and end have different packages, or any
 * of them is not to be merged. Keys and windows are taken in one order, so two requests never wait for
 * each other in a circle. What a concurrent request has changed since the statement began (the same id,
 * a window that was closed) nulls a column or meets a key, which undoes all of it: see isOvertaken.
 */
export async function takeRecords(
  db: Database,
  records: readonly UsageRecord[],
  { judged, tokenId, now }: TakingContext,
): Promise<Taking> {
  const texts = (of: (record: UsageRecord) => string | boolean) =>
    records.map((one) => String(of(one)))
  const times = (of: (record: UsageRecord) => Date) => records.map((one) => of(one).toISOString())
  const { rows } = await sql<Row>`
    with changed as materialized (
      select s.instance_id from unnest(${judged.map((one) => one.instanceId)}::text[],
        ${judged.map((one) => String(one.version))}::text[]) as j (instance_id, version)
      join sold_instances s on s.instance_id = j.instance_id
      where s.version <> j.version::integer),
    given as materialized (
      select g.*, k.week as known_week
      from unnest(${records.map((_one, ord) => String(ord))}::text[], ${texts((one) => one.sn)}::text[],
        ${texts((one) => one.instanceId)}::text[], ${texts((one) => one.recordId)}::text[],
        ${texts((one) => one.week)}::text[], ${texts((one) => one.packageId)}::text[],
        ${times((one) => one.beginTime)}::text[], ${times((one) => one.endTime)}::text[],
        ${texts((one) => one.value)}::text[], ${texts((one) => one.site)}::text[],
        ${texts((one) => one.signer)}::text[], ${texts((one) => one.test)}::text[],
        ${texts((one) => one.merge)}::text[], ${texts((one) => one.shift)}::text[],
        ${times((one) => one.sealAt)}::text[], ${times((one) => one.deadline)}::text[])
        as g (ord, sn, instance_id, record_id, week, package_id, begin_time, end_time, value, site,
          signer, test, merge, shift, seal_at, deadline)
      left join usage_record_keys k on k.instance_id = g.instance_id and k.record_id = g.record_id
      where not exists (select from changed)),
    grouped as materialized (
      select instance_id, package_id, begin_time::timestamptz as begin_time,
        end_time::timestamptz as end_time, min(sn)::uuid as sn, min(site) as site,
        min(signer) as signer, bool_or(test::boolean) as test, bool_and(merge::boolean) as merge,
        bool_and(shift::boolean) as shift, min(seal_at)::timestamptz as seal_at,
        min(deadline)::timestamptz as deadline, sum(value::numeric(12, 4)) as value,
        count(*)::integer as records, array_agg(ord::integer) as ords,
        array_agg(record_id) as record_ids, array_agg(week::date) as weeks,
        array_agg(value::numeric(12, 4)) as amounts
      from given where known_week is null
      group by instance_id, package_id, begin_time, end_time),
    seen as materialized (
      select g.*, w.metering_sn as there, w.records as had,
        case when g.value > ${mostAmount} then 'over'
          when w.metering_sn is null then 'new'
          when w.state = 'open' and w.package_id = g.package_id and g.merge
            then case when w.value + g.value <= ${mostAmount} then 'add' else 'over' end
          when not g.merge then 'taken'
          when not g.shift then 'closed'
          else 'late' end as way
      from grouped g
      left join usage_windows w on w.instance_id = g.instance_id and w.begin_time = g.begin_time
        and w.end_time = g.end_time and w.state <> 'void'),
    slots as materialized (
      select s.*, free.by,
        case way when 'new' then 0 when 'add' then 0 when 'late' then free.by end as shifted_by,
        case way when 'add' then s.there when 'late' then coalesce(free.there, sn) else sn end as window_sn,
        case way when 'add' then s.had when 'late' then free.had end as others,
        end_time - make_interval(secs => coalesce(free.by, 0)) as window_end,
        case when way = 'late' and free.by is null then 'closed' else way end as fate
      from seen s
      left join lateral (
        select k.by, w.metering_sn as there, w.records as had
        from generate_series(1, case when s.way = 'late' then ${mostShifts}::integer else 0 end) as k (by)
        left join usage_windows w on w.instance_id = s.instance_id and w.begin_time = s.begin_time
          and w.end_time = s.end_time - make_interval(secs => k.by) and w.state <> 'void'
        where s.end_time - make_interval(secs => k.by) > s.begin_time
          and (w.metering_sn is null or (w.state = 'open' and w.package_id = s.package_id
            and w.shifted_from = tstzrange(s.begin_time, s.end_time)
            and w.value + s.value <= ${mostAmount}))
        order by k.by limit 1) as free on true),
    keyed as (
      insert into usage_record_keys (instance_id, record_id, week)
      select instance_id, record.id, record.week
      from slots cross join unnest(record_ids, weeks) as record (id, week)
      where shifted_by is not null
      order by instance_id, record.id),
    windows as (
      insert into usage_windows (metering_sn, site, signer, test, instance_id, package_id, begin_time,
        end_time, value, records, state, seal_at, deadline, shifted_from, created_at, updated_at)
      select window_sn, site, signer, test, instance_id, package_id, begin_time, window_end, value,
        records, 'open', seal_at, deadline,
        case when shifted_by > 0 then tstzrange(begin_time, end_time) end, ${now}, ${now}
      from slots where shifted_by is not null
      order by instance_id, begin_time, window_end
      on conflict (instance_id, begin_time, end_time) where state <> 'void' do update
        set value = usage_windows.value + excluded.value,
          records = usage_windows.records + excluded.records, updated_at = excluded.updated_at
        where usage_windows.state = 'open' and usage_windows.metering_sn = excluded.metering_sn
          and usage_windows.value + excluded.value <= ${mostAmount}
      returning metering_sn),
    written as (
      insert into usage_records (week, instance_id, record_id, package_id, begin_time, end_time, value,
        window_sn, token_id, received_at)
      select record.week, instance_id, record.id, package_id, begin_time, end_time, record.value,
        case when (select count(*) from windows) = (select count(*) from slots
          where shifted_by is not null) then window_sn end, ${tokenId}, ${now}
      from slots cross join unnest(record_ids, weeks, amounts) as record (id, week, value)
      where shifted_by is not null)
    select unnest(ords) as ord, 'placed' as outcome, window_sn::text as id, null as package_id,
      null::timestamptz as begin_time, null::timestamptz as end_time, null as value, shifted_by,
      coalesce(others, 0) + records > 1 as is_shared
    from slots where shifted_by is not null
    union all
    select unnest(ords), fate, null, null, null, null, null, null, null
    from slots where shifted_by is null
    union all
    select g.ord::integer, 'known', r.window_sn::text, r.package_id, r.begin_time, r.end_time,
      r.value::text, null, null
    from given g
    left join usage_records r on r.week = g.known_week and r.instance_id = g.instance_id
      and r.record_id = g.record_id
    where g.known_week is not null
    union all
    select -1, 'changed', instance_id, null, null, null, null, null, null from changed`.execute(db)
  const changed = rows.flatMap(({ outcome, id }) => (outcome === 'changed' ? [id ?? ''] : []))
  if (changed.length > 0) return { changed }
  return { taken: rows.toSorted((one, other) => one.ord - other.ord).map(takenOf) }
}

/** What records are taken with. */
export interface TakingContext {
  /** The instances of the records, each once. */
  readonly judged: readonly JudgedVersion[]
  /** Whose token it was. */
  readonly tokenId: string
  readonly now: Date
}

/** The most of a window, Double(12,4): eight digits before the point. */
export const mostAmount = sql.raw('99999999.9999')

function takenOf(row: Row): TakenRecord {
  const { outcome, id: sn } = row
  if (outcome === 'placed') {
    return {
      outcome,
      sn: sn ?? '',
      shiftedBy: row.shifted_by ?? 0,
      isShared: row.is_shared ?? false,
    }
  }
  if (outcome === 'known') {
    const { package_id: packageId, begin_time: beginTime, end_time: endTime, value } = row
    return { outcome, sn, packageId, beginTime, endTime, value }
  }
  return { outcome: outcome === 'changed' ? 'closed' : outcome }
}

const overtaken: ReadonlySet<string> = new Set([
  // Meanwhile an id was taken, a window was closed or taken back, or two were moved to one end.
  '23505 usage_record_keys_pkey',
  '23502 window_sn',
  '23505 usage_windows_pkey',
  '21000 ',
  // Undone by the database for a concurrent one.
  '40P01 ',
  '40001 ',
])

/** True where a concurrent request came first, and nothing was written: it may be tried anew. */
export function isOvertaken(error: unknown): boolean {
  const { code, constraint, column } = errorFields(error)
  return overtaken.has(`${code} ${constraint || column}`)
}

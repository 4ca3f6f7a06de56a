import { type RawBuilder, sql } from 'kysely'
import { subjectOf } from '../../domain/subject.ts'
import { fromId, fromTime } from './place.ts'
import type { SourcePage, TimelineSubject } from './timeline-row.ts'

// What is kept by the instance's id, each with an index of it. All have the columns of a TimelineRow.

/** The history of an instance. */
export function changesOf(
  { instanceId }: TimelineSubject,
  { from, limit }: SourcePage,
): RawBuilder<unknown> {
  return sql`
    select at, id::text as key, id::text as id, type as what, null as outcome, null as code,
      null as text, null as value, order_id, null as address, null as by_whom
    from events where instance_id = ${instanceId} and ${fromId(from, 'id')}
    order by events.id desc limit ${limit}`
}

/** Its usage windows, by when they were made. */
export function usageOf(
  { instanceId }: TimelineSubject,
  { from, limit }: SourcePage,
): RawBuilder<unknown> {
  return sql`
    select created_at as at, metering_sn::text as key, metering_sn::text as id,
      ${isoTime('begin_time')} || '/' || ${isoTime('end_time')} as what,
      case when state = 'taken' then 'done' when state in ('parked', 'expired') then 'failed'
        when state <> 'void' then 'pending' end as outcome,
      state as code, reason as text, trim_scale(value)::text as value, null as order_id,
      signer as address, null as by_whom
    from usage_windows where instance_id = ${instanceId} and ${fromId(from, 'metering_sn')}
    order by metering_sn desc limit ${limit}`
}

/** What the seller's product was asked about it. */
export function asksOf(
  { instanceId }: TimelineSubject,
  { from, limit }: SourcePage,
): RawBuilder<unknown> {
  return sql`
    select created_at as at, id::text as key, id::text as id, kind as what,
      case when state = 'done' then 'done' when state in ('refused', 'overdue') then 'failed'
        when state <> 'cancelled' then 'pending' end as outcome,
      state as code, last_error as text, null as value, order_id, null as address, null as by_whom
    from asks where instance_id = ${instanceId} and ${fromTime(from, 'created_at')}
    order by created_at desc, asks.id desc limit ${limit}`
}

/** What was done to it, or read of it in clear, by the management API. */
export function auditOf(
  { instanceId }: TimelineSubject,
  { from, limit }: SourcePage,
): RawBuilder<unknown> {
  return sql`
    select at, about.id::text as key, about.id::text as id, operation as what, null as outcome,
      audit.kind as code, nullif(array_to_string(fields, ', '), '') as text, null as value, null as order_id,
      null as address, token_name as by_whom
    from audit_subjects as about join audit on audit.id = about.id
    where about.subject = ${subjectOf('instance', instanceId)} and ${fromId(from, 'about.id')}
    order by about.id desc limit ${limit}`
}

function isoTime(column: string): RawBuilder<unknown> {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
}

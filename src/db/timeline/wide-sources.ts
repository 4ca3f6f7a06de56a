import { type RawBuilder, sql } from 'kysely'
import { subjectOf } from '../../domain/subject.ts'
import { fromPosition, fromTime } from './place.ts'
import type { SourcePage, TimelineSubject } from './timeline-row.ts'

// What is found by several ids: of each id the newest ones by its index, and of all those the newest.

/** Of how many events, the newest, the deliveries are looked for. */
const deliveredEvents = 500

const callColumns = sql`received_at as at, id::text as key, id::text as id,
  coalesce(activity, operation) as what,
  case result_code when '000000' then 'done' when '000004' then 'pending' else 'failed' end as outcome,
  result_code as code, result_msg as text, null as value, order_id, address, null as by_whom`

/** The store's calls about an instance, and those that carry one of its orders. */
export function callsOf(
  { instanceId, test, orderIds }: TimelineSubject,
  { from, limit }: SourcePage,
): RawBuilder<unknown> {
  const place = fromTime(from, 'received_at')
  const newest = sql`received_at desc, messages.id desc limit ${limit}`
  return sql`
    (select ${callColumns} from messages
      where instance_id = ${instanceId} and ${place} order by ${newest})
    union
    (select own.* from unnest(${[...orderIds]}::text[]) as one (order_id) cross join lateral (
      select ${callColumns} from messages
      where ${isOrder('messages.order_id')} and test = ${test} and ${place}
      order by messages.order_id, ${newest}) as own)
    order by at desc, key desc limit ${limit}`
}

/** The calls to the store about one of its orders; the store is not asked about those of test calls. */
export function outboundCallsOf(
  { site, test, orderIds }: TimelineSubject,
  { from, limit }: SourcePage,
): RawBuilder<unknown> {
  return sql`
    select own.* from unnest(${test ? [] : [...orderIds]}::text[]) as one (order_id)
    cross join lateral (
      select at, id::text as key, id::text as id, operation as what,
        case result when 'done' then 'done' else 'failed' end as outcome,
        coalesce(code, status::text) as code, result as text, null as value, one.order_id,
        null as address, null as by_whom
      from outbound_calls where ${isOrder('subject')} and site = ${site} and ${fromTime(from, 'at')}
      order by subject, at desc, outbound_calls.id desc limit ${limit}) as own
    order by at desc, key desc limit ${limit}`
}

/** What was told of it, its usage and its orders, by the position in the feed. */
export function eventsOf(
  subject: TimelineSubject,
  { from, limit }: SourcePage,
): RawBuilder<unknown> {
  return sql`
    select at, position::text as key, id::text as id, type as what, null as outcome,
      null as code, null as text, null as value, null as order_id, address, null as by_whom
    from (${newestEvents(subject, fromPosition(from), limit)}) as told order by position desc limit ${limit}`
}

/** What was sent of its newest events to webhook endpoints, an entry an attempt. */
export function attemptsOf(
  subject: TimelineSubject,
  { from, upTo, limit }: SourcePage,
): RawBuilder<unknown> {
  return sql`
    select own.* from (
      select id from (${newestEvents(subject, upTo, deliveredEvents)}) as each
      order by position desc limit ${deliveredEvents}) as told
    cross join lateral (
      select at, id::text as key, id::text as id, type as what,
        case when error is null then 'done' else 'failed' end as outcome,
        status::text as code, error as text, null as value, null as order_id, null as address,
        endpoint_id as by_whom
      from webhook_attempts where event_id = told.id and ${fromTime(from, 'at')}
      order by at desc, webhook_attempts.id desc limit ${limit}) as own
    order by at desc, key desc limit ${limit}`
}

function newestEvents(
  { instanceId, site, orderIds }: TimelineSubject,
  last: number,
  limit: number,
): RawBuilder<unknown> {
  const topics = [
    subjectOf('instance', instanceId),
    subjectOf('usage', instanceId),
    ...orderIds.map((orderId) => subjectOf('order', `${site}/${orderId}`)),
  ]
  return sql`
    select own.* from unnest(${topics}::text[]) as one (topic) cross join lateral (
      select at, position, id, type, address from event_feed
      where topic = one.topic and position <= ${last}
      order by position desc limit ${limit}) as own`
}

// As a range: of an order that is only known later Postgres expects as few calls as one has on average, so
// it would read all of them and sort them, and one may have 40,000. For a range it keeps to the index.
function isOrder(column: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} between one.order_id and one.order_id`
}

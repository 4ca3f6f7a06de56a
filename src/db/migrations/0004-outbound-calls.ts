import { byMonth, defaultPartition } from './0001/by-month.ts'

const newestFirst = 'at desc, id desc'

/**
 * Every attempt of a call to a site's open APIs; what was said is encrypted. The id is a UUID of version 7,
 * which begins with its time. Most succeed: those come by the time.
 */
export function outboundCalls(partitioned: boolean): readonly string[] {
  return [
    `create table outbound_calls (
      id uuid primary key,
      at timestamptz not null,
      site text not null,
      operation text not null,
      subject text,
      host text not null,
      method text not null,
      path text not null,
      status integer,
      code text,
      result text not null,
      ms integer not null,
      content bytea not null
    )${byMonth(partitioned)}`,
    ...defaultPartition('outbound_calls', partitioned),
    `create index outbound_calls_by_time on outbound_calls (${newestFirst})`,
    `create index outbound_calls_by_site on outbound_calls (site, ${newestFirst})`,
    `create index outbound_calls_by_operation on outbound_calls (operation, ${newestFirst})`,
    `create index outbound_calls_by_subject on outbound_calls (subject, ${newestFirst})
      where subject is not null`,
    `create index outbound_calls_failed on outbound_calls (result, ${newestFirst})
      where result <> 'done'`,
  ]
}

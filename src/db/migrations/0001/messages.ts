import { byMonth, defaultPartition } from './by-month.ts'

const newestFirst = 'received_at desc, id desc'

/**
 * Every call whose signature was verified, and a bounded sample of the others; body and answer are
 * encrypted. The id is a UUID of version 7, which begins with its time.
 */
export function messages(partitioned: boolean): readonly string[] {
  return [
    `create table messages (
      id uuid primary key,
      address text not null,
      family text not null,
      operation text not null,
      activity text,
      instance_id text,
      order_id text,
      tenant_id text,
      license_id text,
      test boolean not null,
      verified boolean not null,
      result_code text not null,
      result_msg text not null,
      received_at timestamptz not null,
      duration_ms integer not null,
      rerun_of uuid,
      body bytea not null,
      answer bytea not null
    )${byMonth(partitioned)}`,
    ...defaultPartition('messages', partitioned),
    `create index messages_by_time on messages (${newestFirst})`,
    `create index messages_by_activity on messages (activity, ${newestFirst})`,
    ...['instance_id', 'order_id', 'tenant_id', 'license_id'].map(
      (id) => `create index messages_by_${id} on messages (${id}, ${newestFirst})
        where ${id} is not null`,
    ),
    `create index messages_by_code on messages (result_code, ${newestFirst})
      where result_code <> '000000'`,
    `create index messages_unverified on messages (${newestFirst}) where not verified`,
  ]
}

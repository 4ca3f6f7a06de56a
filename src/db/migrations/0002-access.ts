import { byMonth, defaultPartition } from './0001/by-month.ts'

const newestFirst = 'at desc, id desc'

/**
 * Who may call the management API, and who did what with it.
 *
 * @param partitioned whether the audit is kept by month (../partitions.ts).
 */
export function access(partitioned: boolean): readonly string[] {
  return [
    `create table tokens (
      id uuid primary key,
      name text not null,
      hash text not null unique,
      scopes text[] not null,
      created_at timestamptz not null,
      expires_at timestamptz,
      last_used_at timestamptz
    )`,
    `create index tokens_by_time on tokens (created_at desc, id desc)`,

    `create table audit (
      id uuid primary key,
      at timestamptz not null,
      kind text not null,
      token_id text not null,
      token_name text not null,
      operation text not null,
      subjects text[] not null,
      fields text[] not null,
      request_id text not null
    )${byMonth(partitioned)}`,
    ...defaultPartition('audit', partitioned),
    `create index audit_by_time on audit (${newestFirst})`,
    ...['kind', 'token_id', 'operation', 'request_id'].map(
      (column) => `create index audit_by_${column} on audit (${column}, ${newestFirst})`,
    ),
    // The ids of version 7 are in the order of their times.
    `create table audit_subjects (
      subject text not null,
      id uuid not null,
      primary key (subject, id)
    )`,
  ]
}

/**
 * What was compared with the store, and what did not agree. A reconciliation of orders goes through them
 * by id: `after` is the last one that was asked for. One process at a time works on it, under a lease. All
 * times come from the service's clock.
 */
export const reconciliation: readonly string[] = [
  `create table reconciliations (
    id uuid primary key,
    site text not null,
    kind text not null,
    state text not null,
    started_by text not null,
    day text,
    since timestamptz,
    order_ids jsonb,
    after text not null default '',
    orders integer not null default 0,
    asked integer not null default 0,
    given integer not null default 0,
    skipped integer not null default 0,
    bill jsonb,
    error text,
    attempts integer not null default 0,
    next_at timestamptz not null,
    lease uuid,
    lease_until timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    ended_at timestamptz
  )`,
  `create unique index reconciliations_running on reconciliations (site)
    where state = 'running'`,
  // Of replicas that begin the daily one at once, one does.
  `create unique index reconciliations_daily on reconciliations (site, day) where day is not null`,
  `create index reconciliations_by_time on reconciliations (created_at desc, id desc)`,
  `create index reconciliations_by_update on reconciliations (updated_at, id)`,

  // Once: a piece of work that is done again finds the same, by its key.
  `create table reconciliation_drifts (
    id uuid primary key,
    reconciliation_id uuid not null references reconciliations on delete cascade,
    key text not null,
    kind text not null,
    repair text not null,
    state text not null,
    site text not null,
    order_id text,
    order_line_id text,
    instance_id text,
    message_id uuid,
    text text not null,
    differences jsonb not null,
    usage jsonb,
    value numeric(20, 4),
    attempt uuid,
    lease_until timestamptz,
    found_at timestamptz not null,
    applied_at timestamptz,
    result text,
    constraint reconciliation_drifts_once unique (reconciliation_id, key)
  )`,
  `create index reconciliation_drifts_by_time
    on reconciliation_drifts (reconciliation_id, found_at desc, id desc)`,
  ...['state', 'kind', 'repair', 'order_id', 'instance_id'].map(
    (column) => `create index reconciliation_drifts_by_${column}
      on reconciliation_drifts (reconciliation_id, ${column}, found_at desc, id desc)`,
  ),

  // The records of a bill while it is compared; they are gone with that transaction.
  `create table reconciliation_bill_lines (
    reconciliation_id uuid not null,
    line integer not null,
    instance_id text not null,
    begin_time timestamptz not null,
    end_time timestamptz not null,
    has_zone boolean not null,
    value numeric(20, 4) not null,
    metering_sn text,
    state text,
    refused boolean not null,
    window_sn uuid,
    primary key (reconciliation_id, line)
  )`,
]

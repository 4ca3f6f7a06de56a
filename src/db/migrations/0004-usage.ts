/**
 * Pay-per-use usage. A record is what the product reported, and never changed; a window is the usage
 * record of the store, the sum of the records of one instance, begin and end; a batch is one push. All
 * times come from the service's clock.
 *
 * The key of the records' ids stands beside their weeks: an id that comes again under a begin of another
 * week is a repeat or a conflict, and no key of a partitioned table says that.
 *
 * @param partitioned whether records are kept by week (../usage/weeks.ts).
 */
export function usage(partitioned: boolean): readonly string[] {
  return [
    // The Monday, in Beijing, of the week in which the record begins.
    `create table usage_records (
      week date not null,
      instance_id text not null,
      record_id text not null,
      package_id text not null,
      begin_time timestamptz not null,
      end_time timestamptz not null,
      value numeric(12, 4) not null,
      window_sn uuid not null,
      token_id text not null,
      received_at timestamptz not null,
      primary key (week, instance_id, record_id)
    )${partitioned ? ' partition by range (week)' : ''}`,
    ...(partitioned
      ? ['create table usage_records_default partition of usage_records default']
      : []),
    `create table usage_record_keys (
      instance_id text not null,
      record_id text not null,
      week date not null,
      primary key (instance_id, record_id)
    )`,
    // Keys come in the order of their weeks, and go by them.
    `create index usage_record_keys_by_week on usage_record_keys using brin (week)`,

    `create table usage_windows (
      metering_sn uuid primary key,
      site text not null,
      signer text not null,
      test boolean not null,
      instance_id text not null,
      package_id text not null,
      begin_time timestamptz not null,
      end_time timestamptz not null,
      value numeric(12, 4) not null,
      records integer not null,
      state text not null,
      seal_at timestamptz not null,
      next_at timestamptz,
      deadline timestamptz not null,
      batch_id uuid,
      part uuid,
      attempts integer not null default 0,
      uncertain boolean not null default false,
      doubted boolean not null default false,
      counted boolean not null default false,
      risk smallint not null default 0,
      code text,
      reason text,
      shifted_from tstzrange,
      created_at timestamptz not null,
      updated_at timestamptz not null
    ) with (fillfactor = 80)`,
    `create unique index usage_windows_of_time on usage_windows (instance_id, begin_time, end_time)
      where state <> 'void'`,
    `create index usage_windows_open on usage_windows (seal_at) where state = 'open'`,
    `create index usage_windows_due on usage_windows (site, signer, next_at)
      where state in ('ready', 'held')`,
    `create index usage_windows_sending on usage_windows (batch_id) where state = 'sending'`,
    `create index usage_windows_unfinished on usage_windows (deadline, state)
      where state not in ('taken', 'expired', 'void')`,
    // A metering_sn tells when it was made, so it orders the lists, and its key serves the one without a filter.
    `create index usage_windows_to_look_at on usage_windows (state, metering_sn desc)
      where state in ('held', 'parked', 'expired', 'void')`,
    // What was taken back and still stands in the totals: looked for whenever windows are sealed.
    `create index usage_windows_uncounted on usage_windows (metering_sn)
      where state = 'void' and counted`,
    `create index usage_windows_by_instance on usage_windows (instance_id, metering_sn desc)`,
    `create index usage_windows_by_signer on usage_windows (signer, metering_sn desc)`,
    // Usage is reported within its days, so what begins at one time lies together.
    `create index usage_windows_by_begin on usage_windows using brin (begin_time)
      with (autosummarize = on)`,
    `create index usage_windows_by_update on usage_windows (updated_at, metering_sn)`,

    // The windows of a batch that was split wait for their halves.
    `create table usage_batches (
      id uuid primary key,
      site text not null,
      signer text not null,
      n integer not null,
      state text not null,
      lease_until timestamptz not null,
      sent_at timestamptz not null,
      answered_at timestamptz,
      http integer,
      code text,
      message text
    )`,
    `create index usage_batches_sending on usage_batches (lease_until) where state = 'sending'`,

    // What queryInstance shows; written by whoever seals windows.
    `create table usage_totals (
      instance_id text not null,
      package_id text not null,
      value numeric(20, 4) not null,
      last_end timestamptz not null,
      primary key (instance_id, package_id)
    ) with (fillfactor = 80)`,
    `create index usage_totals_by_package on usage_totals (package_id) where package_id <> ''`,

    // How a site takes pushes, and where signer is not empty those that an address signs. The streak
    // counts single records in a row that were refused with the same code of the call.
    `create table usage_limits (
      site text not null,
      signer text not null,
      records_per_call integer,
      paused_until timestamptz,
      reason text,
      failures integer not null default 0,
      streak integer not null default 0,
      streak_code text,
      streak_since timestamptz,
      primary key (site, signer)
    )`,
  ]
}

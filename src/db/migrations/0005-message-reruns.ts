/**
 * Kept calls that are run again as a whole: which they are is written down when it begins, each with its
 * turn. One process at a time works on it, under a lease. A turn that is open has an id for the message
 * that it makes, so that whoever comes next sees whether it was made. All times come from the service's clock.
 */
export const messageReruns: readonly string[] = [
  `create table message_reruns (
    id uuid primary key,
    state text not null,
    filter jsonb not null,
    matched integer not null,
    to_run integer not null,
    skipped jsonb not null,
    turn integer not null default 0,
    is_open boolean not null default false,
    succeeded integer not null default 0,
    refused jsonb not null default '{}',
    failed integer not null default 0,
    skipped_since jsonb not null default '[]',
    error text,
    attempts integer not null default 0,
    token_id text not null,
    token_name text not null,
    request_id text not null,
    reason bytea,
    next_at timestamptz not null,
    lease uuid,
    lease_until timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    ended_at timestamptz
  )`,
  `create unique index message_reruns_running on message_reruns (state) where state = 'running'`,
  `create index message_reruns_by_time on message_reruns (created_at desc, id desc)`,
  `create index message_reruns_by_state on message_reruns (state, created_at desc, id desc)`,
  `create index message_reruns_by_update on message_reruns (updated_at, id)`,

  `create table message_rerun_turns (
    rerun_id uuid not null references message_reruns on delete cascade,
    turn integer not null,
    message_id uuid not null,
    activity text,
    instance_id text,
    order_id text,
    received_at timestamptz not null,
    outcome text not null,
    reason text,
    result_code text,
    result_msg text,
    rerun_message_id uuid,
    primary key (rerun_id, turn)
  )`,
  `create index message_rerun_turns_by_time
    on message_rerun_turns (rerun_id, received_at desc, message_id desc)`,
  `create index message_rerun_turns_by_outcome
    on message_rerun_turns (rerun_id, outcome, received_at desc, message_id desc)`,
]

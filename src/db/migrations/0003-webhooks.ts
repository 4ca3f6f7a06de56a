/**
 * Who is told of events, what is still owed to whom, and what became of each attempt. A cursor is
 * apart from its endpoint, since who fans out and who settles would otherwise wait for each other. A
 * lane holds what is sent one after the other: all events of a topic, a replay of them, or one event.
 */
export const webhooks: readonly string[] = [
  // Of the settings where url is null: both the url and the secrets stand there.
  `create table webhook_endpoints (
    id text primary key,
    url text,
    description text,
    types text[],
    addresses text[],
    test text not null,
    personal boolean not null,
    ordered boolean not null,
    secret bytea,
    old_secret bytea,
    old_until timestamptz,
    state text not null,
    disabled_reason text,
    since timestamptz not null,
    failures integer not null default 0,
    pauses integer not null default 0,
    failing_since timestamptz,
    last_failed_at timestamptz,
    last_success_at timestamptz,
    paused_until timestamptz,
    paused_ms bigint not null default 0,
    stopped_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index webhook_endpoints_by_time on webhook_endpoints (created_at desc, id desc)`,

  // Up to which position of the feed deliveries were made.
  `create table webhook_cursors (
    endpoint_id text primary key references webhook_endpoints on delete cascade,
    position bigint not null
  )`,

  // A lane that somebody works on has a lease, until next_at.
  `create table webhook_lanes (
    endpoint_id text not null references webhook_endpoints on delete cascade,
    lane text not null,
    pending integer not null,
    attempt integer not null default 0,
    first_failed_at timestamptz,
    paused_ms bigint not null default 0,
    next_at timestamptz not null,
    lease uuid,
    primary key (endpoint_id, lane)
  ) with (fillfactor = 70)`,
  `create index webhook_lanes_due on webhook_lanes (endpoint_id, next_at) where pending > 0`,

  `create table webhook_deliveries (
    endpoint_id text not null,
    lane text not null,
    position bigint not null,
    event_id uuid not null,
    replay boolean not null,
    primary key (endpoint_id, lane, position)
  )`,
  `create index webhook_deliveries_by_event on webhook_deliveries (event_id)`,
  `create index webhook_deliveries_by_position on webhook_deliveries (endpoint_id, position, replay)`,

  `create table webhook_attempts (
    id uuid primary key,
    at timestamptz not null,
    endpoint_id text not null,
    event_id uuid not null,
    type text not null,
    attempt integer not null,
    replay boolean not null,
    ms integer not null,
    status integer,
    error text,
    answer bytea
  )`,
  `create index webhook_attempts_by_time on webhook_attempts (at desc, id desc)`,
  `create index webhook_attempts_by_endpoint on webhook_attempts (endpoint_id, at desc, id desc)`,
  `create index webhook_attempts_by_event on webhook_attempts (event_id, at desc, id desc)`,
  // Most succeed: those come by the time.
  `create index webhook_attempts_failed on webhook_attempts (at desc, id desc)
    where error is not null`,

  `create table webhook_given_up (
    id uuid primary key,
    at timestamptz not null,
    endpoint_id text not null,
    event_id uuid not null,
    position bigint not null,
    type text not null,
    topic text not null,
    reason text not null,
    replayed_at timestamptz
  )`,
  `create index webhook_given_up_by_time on webhook_given_up (at desc, id desc)`,
  `create index webhook_given_up_by_endpoint on webhook_given_up (endpoint_id, at desc, id desc)`,
  `create index webhook_given_up_replayed on webhook_given_up (at desc, id desc)
    where replayed_at is not null`,
  `create index webhook_given_up_waiting on webhook_given_up (at desc, id desc)
    where replayed_at is null`,
  `create index webhook_given_up_by_event on webhook_given_up (event_id)`,
]

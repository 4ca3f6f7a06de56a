import { lockShortly } from './lock-shortly.ts'

/**
 * What is told to the seller's product. A change writes one row into `event_outbox` in its own commit,
 * whose `types` are told one after the other; the relay (../event/relay.ts) gives them positions
 * without a gap in `event_feed`, in the order of commits within each topic. `event_feed_state` is one
 * row, whose lock makes one relay of many replicas.
 *
 * `events` stays the history of an instance. `in_feed` tells what is in the feed too: null is what a
 * version before has written, which the relay numbers.
 */
export const events: readonly string[] = [
  `create table event_outbox (
    id uuid primary key,
    topic text not null,
    topic_seq bigint not null,
    types text[] not null,
    ids uuid[] not null,
    site text not null,
    address text not null,
    test boolean not null,
    personal boolean not null,
    at timestamptz not null,
    data bytea not null
  )`,
  `create index event_outbox_by_topic on event_outbox (topic, topic_seq)`,

  `create table event_feed (
    position bigint primary key,
    id uuid not null unique,
    topic text not null,
    topic_seq bigint not null,
    type text not null,
    site text not null,
    address text not null,
    test boolean not null,
    personal boolean not null,
    at timestamptz not null,
    data bytea not null
  )`,

  // Positions up to pruned_to are given out and gone.
  `create table event_feed_state (
    only_row boolean primary key default true check (only_row),
    position bigint not null,
    pruned_to bigint not null default 0
  )`,
  `insert into event_feed_state (position) values (0)`,

  lockShortly('events'),
  `alter table events add column in_feed boolean`,
  // How many things were told of a binding. Replicas of 0.3 lock bindings with `returning *`, prepared and in
  // a transaction: on each connection of theirs a new column would fail one call of the kit.
  `create table kit_binding_versions (
    tenant_id text not null,
    site text not null,
    test_address text not null,
    instance_id text not null,
    version bigint not null,
    primary key (tenant_id, site, test_address, instance_id)
  )`,
]

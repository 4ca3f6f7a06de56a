import { byMonth, defaultPartition } from './by-month.ts'

/** Instances and their events, orders, and what tells a repeat. */
export function instancesAndOrders(partitioned: boolean): readonly string[] {
  return [
    `create table instances (
      instance_id text primary key,
      site text not null,
      kind text not null,
      test_address text not null,
      address text not null,
      family text not null,
      test boolean not null,
      business_id text not null,
      order_id text not null,
      order_line_id text not null,
      latest_order_id text not null,
      latest_order_line_id text not null,
      product_id text,
      phase text not null check (phase in ('provisioning', 'ready', 'failed', 'released')),
      frozen boolean not null,
      frozen_after_expiry boolean not null,
      expire_time timestamptz,
      acceptance_time timestamptz,
      trial boolean not null,
      app_info bytea,
      usage_info jsonb not null,
      failure jsonb,
      attention text,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`,
    // Once: an order line buys one instance. The order comes first, so that it finds them too.
    `create unique index instances_by_purchase
      on instances (order_id, order_line_id, site, kind, test_address)`,
    `create index instances_by_time on instances (created_at desc, instance_id desc)`,
    `create index instances_by_address on instances (address, created_at desc, instance_id desc)`,
    `create index instances_by_phase on instances (phase, created_at desc, instance_id desc)
      where phase <> 'ready'`,
    `create index instances_frozen on instances (created_at desc, instance_id desc)
      where phase = 'ready' and frozen`,
    `create index instances_test on instances (created_at desc, instance_id desc) where test`,

    // Once: the unique key is the idempotency key of calls that buy nothing. claim_key is the ids of
    // the activity.
    `create table claims (
      site text not null,
      kind text not null,
      test_address text not null,
      activity text not null,
      claim_key text not null,
      instance_id text,
      claimed_at timestamptz not null,
      primary key (claim_key, activity, site, kind, test_address)
    )`,

    // What became of an instance, one row a change. The id is a UUID of version 7, which begins with
    // its time, so it is what months are told by.
    `create table events (
      id uuid not null,
      instance_id text not null,
      type text not null,
      order_id text,
      at timestamptz not null,
      primary key (instance_id, id)
    )${byMonth(partitioned)}`,
    ...defaultPartition('events', partitioned),
    // Which instances an order renewed or upgraded; that it bought one stands in the instance.
    `create index events_by_order on events (order_id)
      where type in ('instance.refreshed', 'instance.upgraded')`,

    `create table orders (
      site text not null,
      test_address text not null,
      address text not null,
      order_id text not null,
      order_line_id text not null,
      state text not null check (state in ('waiting', 'fetched', 'refused')),
      result_code text,
      order_type text,
      charging_mode text,
      period_type text,
      period_number integer,
      product_id text,
      sku_code text,
      product_name text,
      quantity bigint,
      create_time timestamptz,
      expire_time timestamptz,
      extend_params bytea,
      currency text,
      currency_after_discount text,
      buyer bytea,
      answer bytea,
      fetched_at timestamptz,
      primary key (order_id, order_line_id, site, test_address)
    )`,

    // Unlogged: a nonce lives for two minutes, and not writing it to the log halves what a call costs.
    // After a crash of Postgres the table is empty and a call could be replayed for the rest of its
    // 60 seconds; the claims make such a replay a repeat that changes nothing. The hash is of the
    // site, the kind of interface, the key that verified the call, and its nonce.
    `create unlogged table nonces (
      hash bytea primary key,
      seen_at timestamptz not null
    )`,
    `create index nonces_by_time on nonces (seen_at)`,
  ]
}

// One statement an entry. Migrations that were released are never edited: add the next one.
// Keys are random or order-based and nothing refers across rows by sequence, so the tables can be
// distributed (design, Scale); messages and events can be partitioned by time.
export const statements = [
  `create table instances (
    instance_id text primary key,
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
    app_info bytea,
    usage_info jsonb not null,
    failure jsonb,
    attention text,
    version integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index instances_by_time on instances (created_at desc, instance_id desc)`,

  // Once: the unique key is the idempotency key. claim_key is the joined ids of the activity.
  `create table claims (
    address text not null,
    family text not null,
    test boolean not null,
    activity text not null,
    claim_key text not null,
    instance_id text,
    claimed_at timestamptz not null,
    primary key (address, family, test, activity, claim_key)
  )`,

  `create table orders (
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
    primary key (address, order_id, order_line_id)
  )`,

  // Every call whose signature was verified, and a bounded sample of the others. Body and answer are encrypted.
  `create table messages (
    id uuid primary key,
    address text not null,
    family text not null,
    activity text,
    instance_id text,
    order_id text,
    test boolean not null,
    verified boolean not null,
    result_code text not null,
    result_msg text not null,
    received_at timestamptz not null,
    duration_ms integer not null,
    rerun_of uuid,
    body bytea not null,
    answer bytea not null
  )`,
  `create index messages_by_time on messages (received_at desc, id desc)`,
  `create index messages_by_instance on messages (instance_id, received_at desc) where instance_id is not null`,
  `create index messages_by_order on messages (order_id, received_at desc) where order_id is not null`,
  `create index messages_unverified on messages (received_at desc) where not verified`,

  // Unlogged: a nonce lives for two minutes, and not writing it to the log halves what a call costs.
  // After a crash of Postgres the table is empty and a call could be replayed for the rest of its
  // 60 seconds; the claims make such a replay a repeat that changes nothing.
  `create unlogged table nonces (
    address text not null,
    interface_type text not null,
    nonce text not null,
    seen_at timestamptz not null,
    primary key (address, interface_type, nonce)
  )`,
  `create index nonces_by_time on nonces (seen_at)`,

  // What became of an instance, one row a change; later the source of events to the seller's product.
  `create table events (
    id uuid primary key,
    instance_id text not null,
    type text not null,
    order_id text,
    at timestamptz not null
  )`,
  `create index events_by_instance on events (instance_id, at)`,
  `create index events_by_order on events (order_id) where order_id is not null`,

  `create table key_uses (
    address text not null,
    interface_type text not null,
    fingerprint text not null,
    last_used_at timestamptz not null,
    primary key (address, interface_type, fingerprint)
  )`,
]

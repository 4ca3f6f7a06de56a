/** Licenses. */
export const licenses = [
  // The id is a keyed hash of what tells a repeat: the primary key is the idempotency key.
  `create table licenses (
    id text primary key,
    site text not null,
    test_address text not null,
    address text not null,
    family text not null,
    test boolean not null,
    instance_id text,
    order_id text,
    order_line_id text,
    event_id text,
    product_id text,
    phase text not null check (phase in ('provisioning', 'ready', 'failed', 'released')),
    frozen boolean not null,
    frozen_after_expiry boolean not null,
    effective_time timestamptz,
    expire_time timestamptz,
    made_for bytea,
    code bytea,
    content bytea,
    failure jsonb,
    upload_state text not null check (upload_state in ('none', 'waiting', 'done', 'refused')),
    upload_code text,
    version integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index licenses_by_time on licenses (created_at desc, id desc)`,
  `create index licenses_by_address on licenses (address, created_at desc, id desc)`,
  `create index licenses_by_phase on licenses (phase, created_at desc, id desc)
    where phase <> 'ready'`,
  `create index licenses_frozen on licenses (created_at desc, id desc)
    where phase = 'ready' and frozen`,
  `create index licenses_test on licenses (created_at desc, id desc) where test`,
  ...['instance_id', 'event_id', 'order_id'].map(
    (id) => `create index licenses_by_${id} on licenses (${id}, created_at desc, id desc)
      where ${id} is not null`,
  ),
]

// SaaS V1, the licenses and the joint-operation kit beside SaaS V2.
export const statements = [
  `alter table instances
    add column acceptance_time timestamptz,
    add column trial boolean not null default false`,

  // The operation of the contract tells where a message came in, and so how it is run again.
  `alter table messages
    add column operation text not null default 'saasV2',
    add column tenant_id text,
    add column license_id text`,
  `update messages set operation = 'orders' where family = 'orders'`,
  `create index messages_by_tenant on messages (tenant_id, received_at desc) where tenant_id is not null`,
  `create index messages_by_license on messages (license_id, received_at desc) where license_id is not null`,

  // The id is a keyed hash of what tells a repeat: the primary key is the idempotency key.
  `create table licenses (
    id text primary key,
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
    fingerprint bytea,
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
  `create index licenses_by_instance on licenses (instance_id) where instance_id is not null`,
  `create index licenses_by_event on licenses (event_id) where event_id is not null`,
  `create index licenses_by_order on licenses (order_id) where order_id is not null`,
]

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
  `create index licenses_by_instance on licenses (instance_id) where instance_id is not null`,
  `create index licenses_by_event on licenses (event_id) where event_id is not null`,
  `create index licenses_by_order on licenses (order_id) where order_id is not null`,
  // The kit. A binding is a tenant under one instance ('' where there is none); its row is the lock
  // of all that belongs to it. time_stamp is the store's, and tells what is stale.
  `create table kit_bindings (
    address text not null,
    test boolean not null,
    tenant_id text not null,
    instance_id text not null,
    order_id text,
    tenant_code text,
    name text,
    domain_name text,
    state text not null check (state in ('expected', 'bound', 'deleted')),
    time_stamp timestamptz,
    departments_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (address, test, tenant_id, instance_id)
  )`,
  `create index kit_bindings_by_tenant on kit_bindings (tenant_id)`,
  `create index kit_bindings_by_instance on kit_bindings (instance_id)`,

  `create table kit_applications (
    id uuid not null default gen_random_uuid(),
    address text not null,
    test boolean not null,
    tenant_id text not null,
    instance_id text not null,
    app_id text not null,
    client_id text not null,
    client_secret bytea,
    state text not null check (state in ('bound', 'deleted')),
    time_stamp timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (address, test, tenant_id, instance_id, app_id)
  )`,

  // profile is encrypted JSON with everything personal; the account is looked up by its keyed hash.
  `create table kit_users (
    id uuid not null default gen_random_uuid(),
    address text not null,
    test boolean not null,
    tenant_id text not null,
    instance_id text not null,
    app_id text not null,
    user_name_hash text not null,
    profile bytea not null,
    org_code text,
    role text not null check (role in ('admin', 'user')),
    enabled boolean not null,
    state text not null check (state in ('granted', 'revoked', 'deleted')),
    time_stamp timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (address, test, tenant_id, instance_id, app_id, user_name_hash)
  )`,

  `create table kit_departments (
    id uuid not null default gen_random_uuid(),
    address text not null,
    test boolean not null,
    tenant_id text not null,
    instance_id text not null,
    org_code text not null,
    name text not null,
    parent_code text,
    state text not null check (state in ('present', 'absent', 'deleted')),
    time_stamp timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (address, test, tenant_id, instance_id, org_code)
  )`,
]

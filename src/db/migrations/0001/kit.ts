const tenant = 'tenant_id, site, test_address'

/**
 * The joint-operation kit. But for the keys the indexes hold the tenant alone: with all columns of a
 * scope in front, one of them may be taken for a look at one key, and read the whole tenant for it.
 */
export const kitTables = [
  // A binding is a tenant under one instance ('' where there is none); its row is the lock of all that
  // belongs to it. time_stamp is the store's, and tells what is stale.
  `create table kit_bindings (
    site text not null,
    test_address text not null,
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
    primary key (${tenant}, instance_id)
  )`,
  ...['instance_id', 'address'].map(
    (column) => `create index kit_bindings_by_${column} on kit_bindings
      (${column}, created_at desc, ${tenant})`,
  ),
  `create index kit_bindings_by_time on kit_bindings (created_at desc, ${tenant})`,
  `create index kit_bindings_by_state on kit_bindings (state, created_at desc, ${tenant})
    where state <> 'bound'`,
  `create index kit_bindings_test on kit_bindings (created_at desc, ${tenant}) where test`,

  `create table kit_applications (
    id uuid not null default gen_random_uuid(),
    site text not null,
    test_address text not null,
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
    primary key (${tenant}, instance_id, app_id)
  )`,

  // profile is encrypted JSON with everything personal; the account is looked up by its keyed hash.
  `create table kit_users (
    id uuid not null default gen_random_uuid(),
    site text not null,
    test_address text not null,
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
    primary key (${tenant}, instance_id, app_id, user_name_hash)
  )`,
  `create index kit_users_by_time on kit_users (tenant_id, created_at desc, id desc)`,
  `create index kit_users_by_name on kit_users (user_name_hash, tenant_id)`,
  `create index kit_users_by_department on kit_users (org_code, tenant_id, created_at desc, id desc)`,
  `create index kit_users_by_state on kit_users (tenant_id, state, created_at desc, id desc)
    where state <> 'granted'`,

  // Pages half empty: a list that renames all of them writes each beside itself, and no index anew.
  `create table kit_departments (
    id uuid not null default gen_random_uuid(),
    site text not null,
    test_address text not null,
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
    primary key (${tenant}, instance_id, org_code)
  ) with (fillfactor = 50)`,
  `create index kit_departments_by_time on kit_departments (tenant_id, created_at desc, id desc)`,
  `create index kit_departments_by_parent on kit_departments
    (tenant_id, parent_code, created_at desc, id desc)`,
  `create index kit_departments_by_state on kit_departments
    (tenant_id, state, created_at desc, id desc) where state <> 'present'`,
]

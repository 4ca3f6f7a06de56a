/**
 * Logins that are under way, the sessions that came of them, and the codes that a product exchanges
 * once. What a browser or a product shows is known by its keyed hash; who it is stands encrypted.
 */
export const sso: readonly string[] = [
  `create table sso_logins (
    id_hash text primary key,
    browser_hash text not null,
    address text not null,
    step text not null,
    tenant_id text,
    details bytea not null,
    created_at timestamptz not null
  )`,
  `create index sso_logins_by_browser on sso_logins (browser_hash, created_at desc)`,
  `create index sso_logins_by_time on sso_logins (created_at)`,

  `create table sso_sessions (
    id text primary key,
    cookie_hash text not null unique,
    address text not null,
    site text not null,
    test_address text not null,
    test boolean not null,
    tenant_id text not null,
    instance_id text not null,
    app_id text not null,
    client_id text not null,
    user_name_hash text not null,
    entry text not null,
    protocol text not null,
    identity bytea not null,
    tokens bytea,
    access_ends_at timestamptz,
    renewing_until timestamptz,
    signed_in_at timestamptz not null,
    active_at timestamptz not null,
    ends_at timestamptz not null
  )`,
  `create index sso_sessions_by_end on sso_sessions (ends_at)`,

  `create table sso_codes (
    code_hash text primary key,
    session_id text not null references sso_sessions on delete cascade,
    ends_at timestamptz not null
  )`,
  `create index sso_codes_by_session on sso_codes (session_id)`,
  `create index sso_codes_by_end on sso_codes (ends_at)`,
]

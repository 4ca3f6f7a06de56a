/**
 * Codes of License 2.0 at the store. `license_codes` has what the store said of a code when it was checked
 * last; beside `licenses`, since replicas of 0.4 read that with `select *`, prepared. A code that the store
 * does not know has no license and a row here all the same, so that it is not asked for at each try.
 * `lease_until` is set while it is asked, and before `next_ask_at` it is not asked again.
 *
 * `license_code_clients` has who used a code on a day of Beijing, for the statistics. `client` is
 * enciphered and goes with the report, and so the keyed hash tells a client that was reported. A row with
 * the hash '' is a number that the seller has counted. The longest id has 256 characters.
 */
export const licenseCodes: readonly string[] = [
  `create table license_codes (
    license_id text primary key,
    activated_at timestamptz,
    code_status text,
    code_expire_time timestamptz,
    asked_at timestamptz,
    lease_until timestamptz,
    next_ask_at timestamptz not null,
    ask_failure text
  )`,
  `create table license_code_clients (
    license_id text not null,
    day date not null,
    client_hash text not null,
    client bytea,
    active_clients integer,
    next_at timestamptz,
    refused_code text,
    primary key (license_id, day, client_hash)
  )`,
  `create index license_code_clients_open on license_code_clients (license_id, day)
    where next_at is not null`,
  `create index license_code_clients_by_day on license_code_clients (day)`,
  `create index license_codes_strange on license_codes (next_ask_at)
    where code_status in ('unknown', 'not_activated')`,
]

/** What Koogate keeps of itself: the uses of keys, and whose secret key this database is. */
export const housekeeping = [
  `create table key_uses (
    address text not null,
    interface_type text not null,
    fingerprint text not null,
    last_used_at timestamptz not null,
    primary key (address, interface_type, fingerprint)
  )`,

  // One row: what the secret key gives whose data lies here (../../secret-key-check.ts).
  `create table secret_key_check (
    only_row boolean primary key default true check (only_row),
    fingerprint text not null
  )`,
]

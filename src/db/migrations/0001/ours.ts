/** What Koogate keeps of itself. */
export const ours = [
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

// One row: what the secret key gives whose data lies here (../secret-key-check.ts).
export const statements = [
  `create table secret_key_check (
    only_row boolean primary key default true check (only_row),
    fingerprint text not null
  )`,
]

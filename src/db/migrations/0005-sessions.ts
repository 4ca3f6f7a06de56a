import { lockShortly } from './lock-shortly.ts'

/**
 * Sessions of people in browsers: known by the hash of the cookie's value, and gone with the token that
 * each was made of; one of the token of the settings has the keyed hash of that token instead. An entry
 * of the audit has the reason of its change, encrypted.
 */
export const sessions: readonly string[] = [
  `create table console_sessions (
    hash text primary key,
    token_id uuid references tokens on delete cascade,
    settings_mark text,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    ends_at timestamptz not null,
    check ((token_id is null) <> (settings_mark is null))
  )`,
  `create index console_sessions_by_token on console_sessions (token_id, last_used_at)`,
  `create index console_sessions_by_end on console_sessions (ends_at)`,

  lockShortly('audit'),
  `alter table audit add column reason bytea`,
]

/**
 * What is known of the past of endpoints: from when on attempts are kept, and since when an endpoint of the
 * settings stands there no more. Tables of their own, so that the statements of the version before, which
 * read every column of an endpoint, go on meanwhile.
 */
export const webhooksPast: readonly string[] = [
  `create table webhook_attempts_state (
    only_row boolean primary key default true check (only_row),
    pruned_before timestamptz
  )`,
  `insert into webhook_attempts_state default values`,

  `create table webhook_away (
    endpoint_id text primary key references webhook_endpoints on delete cascade,
    since timestamptz not null
  )`,
]

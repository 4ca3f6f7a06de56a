/**
 * What the seller's product is asked, one row for each thing: it is asked until it answers, by one
 * process at a time (`lease_until`), under one id. Beside the state stands when it is asked next; what
 * waits for its order has no time, and gets one in the commit of that order. All times come from the
 * service's clock. `last_answer` and
 * `details` are encrypted.
 */
export const asks: readonly string[] = [
  `create table asks (
    id uuid primary key,
    kind text not null,
    subject text not null,
    version integer not null,
    instance_id text not null,
    site text not null,
    order_id text not null,
    order_line_id text not null,
    state text not null,
    attempt integer not null,
    next_at timestamptz,
    lease_until timestamptz,
    deadline timestamptz,
    answer_code text,
    last_error text,
    last_answer bytea,
    details bytea,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint asks_by_subject unique (kind, subject, version)
  )`,
  `create index asks_due on asks (next_at) where next_at is not null`,
  `create index asks_by_deadline on asks (deadline) where state in ('order', 'due', 'asked')`,
  `create index asks_by_order on asks (order_id) where attempt = 0`,
  `create index asks_by_instance on asks (instance_id, created_at desc)`,
]

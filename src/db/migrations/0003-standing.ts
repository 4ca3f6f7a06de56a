/**
 * What the store judges a seller by. Test calls are counted for each address and half day, whose
 * beginning is midnight or noon in Beijing. A real purchase that failed has a row until it succeeds;
 * failed_at is set once the store's attempts have ended.
 */
export const standing = [
  `create table dial_tests (
    address text not null,
    half_day timestamptz not null,
    calls integer not null,
    failed integer not null,
    last_at timestamptz not null,
    failed_at timestamptz,
    failed_activity text,
    failed_code text,
    primary key (address, half_day)
  )`,
  `create table failing_purchases (
    site text not null,
    kind text not null,
    order_id text not null,
    order_line_id text not null,
    address text not null,
    activity text not null,
    attempts integer not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    last_code text not null,
    due_at timestamptz not null,
    failed_at timestamptz,
    primary key (site, kind, order_id, order_line_id)
  )`,
  `create index failing_purchases_due on failing_purchases (due_at) where failed_at is null`,
  `create index failing_purchases_failed on failing_purchases (failed_at)
    where failed_at is not null`,
]

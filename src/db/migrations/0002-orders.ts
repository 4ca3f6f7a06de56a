/**
 * Orders as a resource: since when each is known. Rows of before, and those that a replica of the
 * version before still writes, get the default. What a list of them is asked for is indexed outside
 * of here (../list-indexes.ts).
 */
export const orders: readonly string[] = [
  `alter table order_lines
    add column created_at timestamptz not null default now(),
    add column updated_at timestamptz not null default now()`,
]

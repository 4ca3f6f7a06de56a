/**
 * The checklist of service supervision (服务监管), which the store has no interface for. A row of
 * `order_deliveries` says how far an order line is, and when something is due; `order_delivery_steps` has
 * every step that was noted. Notes are enciphered.
 */
export const supervision: readonly string[] = [
  `create table order_deliveries (
    order_id text not null,
    order_line_id text not null,
    site text not null,
    test_address text not null,
    step text,
    since timestamptz not null,
    due_at timestamptz,
    attention text,
    updated_at timestamptz not null,
    primary key (order_id, order_line_id, site, test_address)
  )`,
  `create index order_deliveries_due on order_deliveries (due_at) where due_at is not null`,
  `create table order_delivery_steps (
    id uuid primary key,
    order_id text not null,
    order_line_id text not null,
    site text not null,
    test_address text not null,
    step text not null,
    note bytea,
    noted_by text not null,
    at timestamptz not null,
    noted_at timestamptz not null
  )`,
  `create index order_delivery_steps_by_order on order_delivery_steps (order_id, order_line_id, noted_at)`,
]

const untouched = `state = 'waiting' and updated_at = created_at`

/**
 * Orders as a resource: since when each is known, and what a list of them is asked for. One row an
 * order line: building these indexes takes a moment. Rows of before, and those that a replica of the
 * version before still writes, get the default.
 */
export const orders: readonly string[] = [
  `alter table orders
    add column created_at timestamptz not null default now(),
    add column updated_at timestamptz not null default now()`,
  // Rows that are as their call has left them stand apart: a purchase pays for one index only, and
  // ../order/list-orders.ts puts a list together from both.
  `create index orders_untouched on orders (created_at desc, order_id desc, order_line_id desc)
    where ${untouched}`,
  `create index orders_by_time on orders (created_at desc, order_id desc, order_line_id desc)
    where not (${untouched})`,
  `create index orders_by_state on orders (state, created_at desc, order_id desc)
    where not (${untouched})`,
  `create index orders_by_type on orders (order_type, created_at desc, order_id desc)
    where order_type is not null`,
  `create index orders_by_mode on orders (charging_mode, created_at desc, order_id desc)
    where charging_mode is not null`,
  `create index orders_by_product on orders (product_id, created_at desc, order_id desc)
    where product_id is not null`,
  `create index orders_test on orders (created_at desc, order_id desc) where test_address <> ''`,
  // Which orders were applied to an instance.
  `create index claims_by_instance on claims (instance_id, claimed_at desc)
    where instance_id is not null`,
]

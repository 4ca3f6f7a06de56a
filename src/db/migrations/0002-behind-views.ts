/**
 * What gets new columns here goes on under another name, and behind the old one the replicas of the
 * version before see it as it was: they read with `select *`, and what they had prepared on a table
 * fails once on every connection when a column is added to it, with `000005` to the store. The views
 * are written through as well, and go when nobody upgrades from 0.2 any more.
 *
 * Nobody reads or writes the two tables in that moment, and whoever comes then waits behind us, for a
 * statement that is slow too. So the lock is asked for shortly, again and again. In this order, which
 * is that of the statements of calls, no two wait for each other.
 */
export const behindViews: readonly string[] = [
  `do $$ begin
    perform set_config('lock_timeout', '300', true);
    for attempt in 1..600 loop
      begin
        lock table instances, orders in access exclusive mode;
        exit;
      exception when lock_not_available or deadlock_detected then
        if attempt = 600 then raise; end if;
        perform pg_sleep(0.2);
      end;
    end loop;
    perform set_config('lock_timeout', '0', true);
  end $$`,
  ...[
    { table: 'instances', behind: 'sold_instances' },
    { table: 'orders', behind: 'order_lines' },
  ].flatMap(({ table, behind }) => [
    `alter table ${table} rename to ${behind}`,
    `create view ${table} as select * from ${behind}`,
  ]),
]

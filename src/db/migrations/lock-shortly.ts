/**
 * Locks tables so that nobody reads or writes them in that moment. Whoever comes meanwhile waits behind
 * us, and so for whatever we wait for, be it the dump of a large table. So the lock is asked for shortly,
 * again and again, for five minutes. Tables stand in the order of the statements of calls, so no two wait
 * for each other.
 */
export function lockShortly(...tables: readonly string[]): string {
  return `do $$ begin
    perform set_config('lock_timeout', '300', true);
    for attempt in 1..600 loop
      begin
        lock table ${tables.join(', ')} in access exclusive mode;
        exit;
      exception when lock_not_available or deadlock_detected then
        if attempt = 600 then raise; end if;
        perform pg_sleep(0.2);
      end;
    end loop;
    perform set_config('lock_timeout', '0', true);
  end $$`
}

import { draw, idAt, idOf, instanceIdOf, orderIdOf, share, since, some, uuidOf } from './draw.ts'
import type { Sizes } from './sizes.ts'

/** The re-run of many messages. */
export const rerunId = idOf('rerun', 1)

/** The reconciliation that found much. */
export const reconciliationId = idOf('reconciliation', 1)

/** Usage, of which a twentieth waits; a tenth of it is of one instance. */
export function usage({ windows }: Sizes): string[] {
  const state = `case when n < ${windows / 100} then
      ${share({ open: 400, ready: 300, held: 200, sending: 100 }, 100)}
    when ${some(20, 101)} then ${share({ parked: 300, expired: 400, void: 300 }, 102)} else 'taken' end`
  const about = `case when n % 10 = 0 then 1 else 1 + n % ${Math.floor(windows / 30)} end`
  return [
    `insert into usage_windows
      (metering_sn, site, signer, test, instance_id, package_id, begin_time, end_time, value, records,
      state, seal_at, next_at, deadline, attempts, code, reason, counted, created_at, updated_at)
    select ${idAt('at')}, 'china', ${share({ main: 990, partner: 10 }, 103)}, false,
      ${instanceIdOf('about')}, '', at - interval '1 hour', at, 1 + n % 90, 2, state,
      now() + interval '1 day', case when state in ('ready', 'held') then now() + interval '1 day' end,
      now() + interval '20 days', 1, case when state in ('held', 'parked') then '013' end, null,
      state = 'taken', at, least(now(), at + ${draw(100, 104)} * interval '1 minute')
    from (select n, ${since(90, windows)} as at, (${about})::bigint as about, ${state} as state
      from generate_series(1, ${windows}) n) one`,
    `insert into usage_records (week, instance_id, record_id, package_id, begin_time, end_time, value,
      window_sn, token_id, received_at)
    select (date_trunc('week', begin_time at time zone 'Asia/Shanghai'))::date, instance_id,
      metering_sn || '-' || n, '', begin_time, end_time, value, metering_sn, 'main', created_at
    from usage_windows, generate_series(1, 2) n`,
    `insert into usage_totals select instance_id, '', sum(value), max(end_time) from usage_windows
      where state = 'taken' group by instance_id`,
  ]
}

/** Daily reconciliations, none so old that it is pruned meanwhile, and one that found much. */
export function reconciliations({ drifts }: Sizes): string[] {
  return [
    `insert into reconciliations
      (id, site, kind, state, started_by, next_at, created_at, updated_at, ended_at)
    select ${uuidOf('reconciliation', 'n')}::uuid, 'china', ${share({ orders: 900, usage_bill: 100 }, 110)},
      ${share({ done: 950, failed: 50 }, 111)}, 'daily', at, at, at, at
    from (select n, ${since(80, 180)} as at from generate_series(1, 180) n) one`,
    `insert into reconciliation_drifts (id, reconciliation_id, key, kind, repair, state, site, order_id,
      order_line_id, instance_id, text, differences, found_at)
    select gen_random_uuid(),
      case when n % 2 = 0 then '${reconciliationId}' else ${uuidOf('reconciliation', '1 + n % 180')} end::uuid, n,
      ${share({ order_unknown: 900, order_differs: 100 }, 112)},
      ${share({ read: 900, none: 100 }, 113)}, ${share({ open: 950, applied: 50 }, 114)}, 'china',
      ${orderIdOf('n')}, '1', ${instanceIdOf('n')}, 'The store tells another plan.', '[]', at
    from (select n, ${since(1, drifts)} as at from generate_series(1, ${drifts}) n) one`,
  ]
}

/** What the product was asked, of which a little waits; and how the seller stands with the store. */
export function standing({ asks, failing }: Sizes): string[] {
  return [
    `insert into asks (id, kind, subject, version, instance_id, site, order_id, order_line_id, state,
      attempt, next_at, created_at, updated_at)
    select ${idAt('at')}, 'provision', ${instanceIdOf('n')}, 1, ${instanceIdOf('n')}, 'china',
      ${orderIdOf('n')}, '1', 'done', 1, null, at, at
    from (select n, ${since(90, asks)} as at from generate_series(1, ${asks}) n) one`,
    `insert into failing_purchases (site, kind, order_id, order_line_id, address, activity, attempts,
      first_at, last_at, last_code, due_at, failed_at)
    select 'china', 'saas', 'F' || n, '1', 'main', 'newInstance', 3, at, at, '000005',
      at + interval '3 hours', case when n > 60 then at + interval '3 hours' end
    from (select n, case when n > 60 then ${since(400, failing)} else now() end as at
      from generate_series(1, ${failing}) n) one`,
    `insert into dial_tests (address, half_day, calls, failed, last_at)
    select address, date_trunc('day', now()) - n * interval '12 hours', 12,
      case when n % 9 = 0 then 2 else 0 end, now()
    from unnest(array['main', 'partner', 'intl']) address, generate_series(1, 180) n`,
  ]
}

/** What was done by whom; most of it by one token, much of it about one instance. */
export function access({ audit, tokens }: Sizes): string[] {
  return [
    `insert into tokens (id, name, hash, scopes, created_at)
    select ${uuidOf('token', 'n')}::uuid, 'token ' || n, n, '{read}', ${since(400, tokens)}
    from generate_series(1, ${tokens}) n`,
    `insert into audit (id, at, kind, token_id, token_name, operation, subjects, fields, request_id)
    select ${idAt('at')}, at, ${share({ read: 950, change: 50 }, 120)},
      case when ${some(950, 121)} then 'settings' else ${uuidOf('token', 'n % 20')} end, 'name',
      ${share({ listOrders: 900, putMetadata: 99, deleteToken: 1 }, 122)},
      array['instance:' || ${instanceIdOf('about')}], '{}', ${uuidOf('request', 'n / 2')}
    from (select n, ${since(90, audit)} as at, case when n % 5 = 0 then 1 else n end as about
      from generate_series(1, ${audit}) n) one`,
    `insert into audit_subjects select subjects[1], id from audit`,
  ]
}

/** Re-runs of messages, of which the first had many. */
export function reruns({ rerun }: Sizes): string[] {
  return [
    `insert into message_reruns (id, state, filter, matched, to_run, skipped, turn, succeeded,
      token_id,
      token_name, request_id, next_at, created_at, updated_at, ended_at)
    select ${uuidOf('rerun', 'n')}::uuid, ${share({ cancelled: 100, done: 900 }, 130)}, 
      '{"outcome": "failure"}', 9, 9, '[]', 9, 9,
      'settings', 'settings', ${uuidOf('request', 'n')}, at, at, at, at
    from (select n, ${since(90, 100)} as at from generate_series(1, 100) n) one`,
    `insert into message_rerun_turns
      (rerun_id, turn, message_id, activity, instance_id, order_id, received_at, outcome)
    select ${uuidOf('rerun', 'case when n % 2 = 0 then 1 else 1 + n % 100 end')}::uuid, n,
      gen_random_uuid(), 'newInstance', ${instanceIdOf('n')}, ${orderIdOf('n')}, ${since(90, rerun)},
      ${share({ refused: 50, failed: 5, succeeded: 945 }, 131)}
    from generate_series(1, ${rerun}) n`,
  ]
}

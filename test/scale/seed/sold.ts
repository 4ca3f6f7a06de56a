import type { Ciphers } from './ciphers.ts'
import {
  addressOf,
  changedSince,
  idAt,
  instanceIdOf,
  orderIdOf,
  share,
  since,
  some,
} from './draw.ts'
import type { Sizes } from './sizes.ts'

const products = { 'P-basic': 500, 'P-team': 300, 'P-enterprise': 150, 'P-other': 50 }

/** Instances with their purchases, renewals and histories; what is under way is of the last days. */
export function sold({ instances, months }: Sizes, { sale, appInfo }: Ciphers): string[] {
  const days = months * 30
  const at = since(days, instances)
  const isNew = `n < ${instances / 400}`
  const phase = `case when ${isNew} and ${some(400, 2)} then 'provisioning'
    when ${some(10, 3)} then 'failed' when n % 8 = 0 then 'released' else 'ready' end`
  const family = share({ 'saas-v2': 850, 'saas-v1': 100, 'license-a': 50 }, 4)
  return [
    `insert into sold_instances
      (instance_id, site, kind, test_address, address, family, test, business_id, order_id,
      order_line_id, latest_order_id, latest_order_line_id, product_id, phase, frozen,
      frozen_after_expiry, expire_time, trial, app_info, usage_info, failure, attention, version,
      created_at, updated_at, external_id, metadata, sale, sale_version)
    select ${instanceIdOf('n')}, 'china', 'saas', case when test then address else '' end, address,
      ${family}, test, 'B' || n, ${orderIdOf('n')}, '1', ${orderIdOf('n')}, '1',
      ${share(products, 5)}, phase, phase = 'ready' and ${some(40, 6)}, false,
      at + interval '1 year', ${some(30, 7)}, case phase when 'ready' then ${appInfo} end, '[]',
      case phase when 'failed' then '{"code": "000005", "reason": "no room"}'::jsonb end,
      case when ${some(5, 8)} then 'The order line names another product.' end, 1 + n % 4, at,
      ${changedSince('at', 9)},
      case when ${some(600, 10)} then 'ext-' || n / 2 end,
      case when ${some(300, 11)} then '{"region": "cn-north-4"}'::jsonb end,
      case when n % 3 = 0 then ${sale} end, 1 + n % 4
    from (select n, ${at} as at, ${phase} as phase, ${addressOf('n')} as address,
      ${some(30, 12)} as test from generate_series(1, ${instances}) n) one`,

    // A third was renewed too, by an order whose number lies behind those of the purchases.
    `insert into claims
      (site, kind, test_address, activity, claim_key, instance_id, claimed_at)
    select 'china', 'saas', '', 'refreshInstance',
      json_build_array(${instanceIdOf('n * 3')}, ${orderIdOf(`n + ${instances}`)}, '1', 'RENEWAL')::text,
      ${instanceIdOf('n * 3')}, ${since(days, instances / 3)}
    from generate_series(1, ${instances} / 3) n`,

    ...['instance.created', 'instance.activated', 'instance.refreshed'].map(
      (type, step) => `insert into events (id, instance_id, type, order_id, at, in_feed)
      select ${idAt('at')}, ${instanceIdOf(step === 2 ? 'n * 3' : 'n')}, '${type}',
        ${orderIdOf(step === 2 ? `n + ${instances}` : 'n')}, at, true
      from (select n, ${since(days, step === 2 ? instances / 3 : instances)} as at
        from generate_series(1, ${instances} / ${step === 2 ? 3 : 1}) n) one`,
    ),
  ]
}

/** The order lines of them; some wait, as their call has left them or after an attempt. */
export function orders({ instances, months }: Sizes, { buyer, extendParams }: Ciphers): string[] {
  const all = Math.floor((instances * 4) / 3)
  // A renewal is told among the purchases.
  const turn = `(case when n > ${instances} then (n - ${instances}) * 3 else n end)`
  const at = since(months * 30, instances, turn)
  const state = `case when n < ${instances / 200} and n % 2 = 0 then 'waiting' when ${some(10, 22)}
    then 'refused' when ${some(60, 24)} then 'waiting' else 'fetched' end`
  const when = (value: string) => `case state when 'fetched' then ${value} end`
  return [
    `insert into order_lines
      (site, test_address, address, order_id, order_line_id, state, result_code, order_type,
      charging_mode, period_type, period_number, product_id, sku_code, product_name, quantity,
      create_time, expire_time, extend_params, currency, currency_after_discount, buyer, fetched_at,
      created_at, updated_at)
    select 'china', case when ${some(30, 12)} then address else '' end, address,
      ${orderIdOf('n')}, '1', state, case state when 'refused' then 'MKT.0999' end,
      ${when(`case when n > ${instances} then 'RENEW' else ${share({ NEW: 950, TRIAL: 50 }, 20)} end`)},
      ${when(share({ PERIOD: 900, ONE_TIME: 20, ON_DEMAND: 80 }, 21))}, ${when(`'year'`)}, ${when('1')},
      ${when(share(products, 5))}, ${when(`'sku'`)}, ${when(`'name'`)}, ${when('10')}, ${when('at')},
      ${when(`at + interval '1 year'`)}, ${when(extendParams)}, ${when(`'100'`)}, ${when(`'80'`)},
      ${when(buyer)}, ${when(`at + interval '1 minute'`)}, at,
      case when state = 'waiting' and n % 4 = 0 then at else ${changedSince('at', 23)} end
    from (select n, ${at} as at, ${state} as state, ${addressOf('n')} as address
      from generate_series(1, ${all}) n) one`,

    // Service supervision of every fourth, of which those of the last weeks are open.
    `insert into order_deliveries
      (order_id, order_line_id, site, test_address, step, since, due_at, attention, updated_at)
    select ${orderIdOf('n * 4')}, '1', 'china', '',
      case when n < ${instances / 400} then 'delivering' else 'accepted' end, at,
      case when n < ${instances / 400} then now() + interval '10 days' end, null, at
    from (select n, ${since(months * 30, instances / 4)} as at
      from generate_series(1, ${instances} / 4) n) one`,
    `insert into order_delivery_steps
      (id, order_id, order_line_id, site, test_address, step, noted_by, at, noted_at)
    select gen_random_uuid(), order_id, order_line_id, site, test_address, step, 'main', since, since
    from order_deliveries, generate_series(1, 3)`,
  ]
}

import type { Ciphers } from './ciphers.ts'
import {
  addressOf,
  draw,
  idAt,
  instanceIdOf,
  licenseIdOf,
  orderIdOf,
  share,
  since,
  some,
  uuidOf,
} from './draw.ts'
import { type Sizes, hotInstances, messageDays } from './sizes.ts'

const families = {
  'saas-v2': 600,
  'saas-v1': 100,
  kit: 100,
  orders: 100,
  'license-a': 50,
  'license-b': 30,
  'license-c': 20,
}
const operation = `case family when 'saas-v2' then 'saasV2' when 'saas-v1' then 'saasV1'
  when 'kit' then 'kitTenantSyncV2' when 'orders' then 'orders' when 'license-a' then 'licenseA'
  when 'license-b' then 'licenseB' else 'licenseC' end`
const activity = `case when family in ('saas-v2', 'saas-v1') then
    ${share({ queryInstance: 700, newInstance: 150, refreshInstance: 90, releaseInstance: 50, expireInstance: 10 }, 31)}
  when family = 'kit' then 'tenantSync' when family = 'orders' then 'orderNotify'
  when family = 'license-c' then 'activate' else 'getLicense' end`
// A twentieth failed, none of license-c; of what was not verified a sample is kept.
const code = `case when family = 'license-c' or ${draw(100, 32)} >= 5 then '000000' else
  ${share({ '000005': 700, '000002': 200, '000004': 90, '000003': 10 }, 33)} end`

/** Calls of the store, the newest with the lowest number; a sixth of them is about a few instances. */
export function messages(sizes: Sizes, { body, answer }: Ciphers): string[] {
  const { messages: all, instances, tenants, licenses } = sizes
  const about = `case when n % 6 = 0 then 1 + n / 6 % ${hotInstances}
    else 1 + ${draw(instances, 30)} end`
  const when = (of: string, value: string) => `case when family ${of} then ${value} end`
  return [
    `insert into messages
      (id, address, family, operation, activity, instance_id, order_id, tenant_id, license_id, test,
      verified, result_code, result_msg, received_at, duration_ms, rerun_of, body, answer)
    select ${idAt('at')}, ${addressOf('about')}, family, ${operation}, ${activity},
      ${when(`not in ('kit', 'license-c')`, instanceIdOf('about'))},
      ${when(`in ('saas-v2', 'orders')`, `case when ${some(400, 34)} then ${orderIdOf('about')} end`)},
      ${when(`= 'kit'`, uuidOf('tenant', `1 + ${draw(tenants, 35)}`))},
      ${when(`like 'license%'`, licenseIdOf(`1 + ${draw(licenses, 36)}`))},
      ${some(30, 12, 'about')}, not ${some(3, 37)}, ${code}, 'success.', at, 5 + n % 90,
      case when ${some(2, 38)} then gen_random_uuid() end, ${body}, ${answer}
    from (select n, ${since(messageDays, all)} as at, (${about})::bigint as about,
      case when n % 6 = 0 then 'saas-v2' else ${share(families, 39)} end as family
      from generate_series(1, ${all}) n) one`,
  ]
}

/** Calls to the store, of which a fiftieth failed. */
export function outboundCalls({ outbound }: Sizes, { exchange }: Ciphers): string[] {
  return [
    `insert into outbound_calls
      (id, at, site, operation, subject, host, method, path, status, code, result, ms, content)
    select ${idAt('at')}, at, ${share({ china: 980, international: 20 }, 40)},
      ${share({ queryOrder: 700, pushUsage: 250, uploadLicense: 45, queryLicenseCode: 5 }, 41)},
      case when n % 6 = 0 then 'order:' || ${orderIdOf('1')} else 'order:' || ${orderIdOf(draw(1_000_000, 42))} end,
      'mkt.myhuaweicloud.com', 'GET', '/api/mkp-openapi-public/v1/order/query', 200, 'MKT.0000',
      ${share({ refused: 10, later: 5, unanswered: 4, access: 1, done: 980 }, 43)}, 80, ${exchange}
    from (select n, ${since(messageDays, outbound)} as at from generate_series(1, ${outbound}) n) one`,
  ]
}

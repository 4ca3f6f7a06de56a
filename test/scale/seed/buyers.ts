import type { Ciphers } from './ciphers.ts'
import {
  addressOf,
  changedSince,
  instanceIdOf,
  licenseIdOf,
  orderIdOf,
  share,
  since,
  some,
  uuidOf,
} from './draw.ts'
import type { Sizes } from './sizes.ts'

/** Licenses of every generation; few are still to be made. */
export function licenses({ licenses: all, months }: Sizes, { code }: Ciphers): string[] {
  const family = share({ 'license-a': 500, 'license-b': 300, 'license-c': 200 }, 80)
  const phase = `case when n < ${all / 400} then 'provisioning' when ${some(5, 81)} then 'failed'
    when ${some(50, 82)} then 'released' else 'ready' end`
  return [
    `insert into licenses
      (id, site, test_address, address, family, test, instance_id, order_id, order_line_id, event_id,
      product_id, phase, frozen, frozen_after_expiry, effective_time, expire_time, code,
      upload_state, version, created_at, updated_at)
    select ${licenseIdOf('n')}, 'china', case when test then address else '' end, address,
      family, test, ${instanceIdOf('about')}, ${orderIdOf('about')}, '1',
      case family when 'license-a' then 'event-' || n end, 'P-basic', phase,
      phase = 'ready' and ${some(20, 83)}, false, at, at + interval '1 year',
      case family when 'license-c' then ${code} end,
      case family when 'license-a' then 'done' else 'none' end, 1, at,
      ${changedSince('at', 84)}
    from (select n, ${since(months * 30, all)} as at, ${family} as family, ${phase} as phase,
      ${addressOf('n')} as address, ${some(30, 12)} as test,
      case when n % 10 = 0 then 1 else n end as about
      from generate_series(1, ${all}) n) one`,
    `insert into license_codes (license_id, activated_at, code_status, asked_at, next_ask_at)
    select id, created_at, ${share({ alive: 900, unknown: 1, expired: 99 }, 85)}, created_at,
      now() + interval '1 day'
    from licenses, lateral (select hashtext(id)::bigint) h (n) where family = 'license-c'`,
  ]
}

const key = 'site, test_address, address, test, tenant_id, instance_id'
const first = `'china', '', 'main', false, ${uuidOf('tenant', '1')}, ${instanceIdOf('1')}`

/** Enterprises, of which the first has many users, applications and departments. */
export function tenants(sizes: Sizes, ciphers: Ciphers): string[] {
  const { tenants: all, users, months } = sizes
  const at = since(months * 30, all)
  return [
    `insert into kit_bindings (${key}, order_id, tenant_code, name, domain_name, state, time_stamp,
      departments_at, created_at, updated_at)
    select 'china', case when test then address else '' end, address, test, ${uuidOf('tenant', 'n')},
      ${instanceIdOf('n')}, ${orderIdOf('n')}, 'T' || n, '企业' || n, 'd' || n || '.example',
      case when n between 2 and ${2 + all / 1000} then 'expected' when ${some(30, 90)} then 'deleted' else 'bound' end, at, at,
      at, ${changedSince('at', 91)}
    from (select n, ${at} as at, ${addressOf('n')} as address, ${some(30, 12)} and n > 1 as test
      from generate_series(1, ${all}) n) one`,
    `insert into kit_applications
      (${key}, app_id, client_id, state, time_stamp, created_at, updated_at)
    select ${key}, 'app-' || n, 'client-' || n, 'bound', created_at, created_at, updated_at
    from kit_bindings, generate_series(1, 2) n where tenant_id <> ${uuidOf('tenant', '1')}
    union all select ${first}, 'app-' || n, 'client-' || n, 'bound', now(), now(), now()
    from generate_series(1, ${users} / 20) n`,
    `insert into kit_application_uses (tenant_id, site, test_address, instance_id, app_id,
      key_fingerprint, address, called_at)
    select tenant_id, site, test_address, instance_id, app_id, 'fingerprint', address, updated_at
    from kit_applications`,
    ...kitUsers(sizes, ciphers),
    ...departments(sizes),
  ]
}

const state = share({ revoked: 40, deleted: 10, granted: 950 }, 92)

function kitUsers({ users, months }: Sizes, { profile }: Ciphers): string[] {
  return [
    `insert into kit_users (${key}, app_id, user_name_hash, profile, org_code, role, enabled, state,
      time_stamp, created_at, updated_at)
    select ${first}, 'app-1', 'hash-' || n, ${profile}, 'D' || n % 200, 'user', true, ${state}, at, at,
      ${changedSince('at', 93)}
    from (select n, ${since(months * 30, users)} as at from generate_series(1, ${users}) n) one`,
    `insert into kit_users (${key}, app_id, user_name_hash, profile, org_code, role, enabled, state,
      time_stamp, created_at, updated_at)
    select ${key}, 'app-1', 'hash-' || n, ${profile}, 'D1', 'user', true, ${state}, created_at,
      created_at, updated_at
    from kit_bindings, generate_series(1, 10) n where tenant_id <> ${uuidOf('tenant', '1')}`,
  ]
}

function departments({ users, months }: Sizes): string[] {
  return [
    `insert into kit_departments
      (${key}, org_code, name, parent_code, state, time_stamp, created_at, updated_at)
    select ${first}, 'D' || n, '部门' || n, case when n > 20 then 'D' || n / 20 end,
      case when n > 20 * 20 * 20 and ${some(20, 94)} then 'absent' else 'present' end, at, at,
      ${changedSince('at', 95)}
    from (select n, ${since(months * 30, users)} as at from generate_series(1, ${users}) n) one`,
    `insert into kit_departments
      (${key}, org_code, name, parent_code, state, time_stamp, created_at, updated_at)
    select ${key}, 'D' || n, '部门' || n, case when n > 1 then 'D1' end, 'present', created_at,
      created_at, updated_at
    from kit_bindings, generate_series(1, 5) n where tenant_id <> ${uuidOf('tenant', '1')}`,
  ]
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { settingsFor } from '../harness/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-site-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Settings = Readonly<Record<string, unknown>>

const basicKey = 'basic-key-of-a-site'

/** The sites of a file, beside settings of the environment. */
function sitesOf(
  sites: Settings | undefined,
  env: Record<string, string> = {},
  more: Settings = {},
) {
  const file = join(folder, 'koogate.yaml')
  const addresses = { main: { basicKey }, ...more }
  writeFileSync(file, JSON.stringify({ addresses, ...(sites && { sites }) }))
  const settings = { KOOGATE_CONFIG_FILE: file, ...env }
  return loadConfig(settingsFor('/nowhere', 'postgres://localhost/x', settings)).sites
}

const hostsOf = (site: Settings, name = 'china') =>
  sitesOf({ china: {}, [name]: site })
    .get(name)
    ?.hosts.map(({ host }) => host)

describe('the hosts of a site', () => {
  test.each<[string, Settings, readonly string[]]>([
    ['china', {}, ['mkt.myhuaweicloud.com', 'mkt.myhuaweicloud.cn']],
    ['china', { fallOver: 'off' }, ['mkt.myhuaweicloud.com']],
    ['international', {}, ['mkt-intl.myhuaweicloud.com']],
    ['international', { fallOver: 'on' }, ['mkt-intl.myhuaweicloud.com', 'mkt.myhuaweicloud.cn']],
    ['europe', {}, ['mkt.myhuaweicloud.eu']],
    ['second', { store: 'china' }, ['mkt.myhuaweicloud.com', 'mkt.myhuaweicloud.cn']],
    [
      'own',
      { hosts: ['https://a.example', 'https://b.example:8443'] },
      ['a.example', 'b.example:8443'],
    ],
    ['own', { hosts: ['https://a.example', 'https://b.example'], fallOver: 'off' }, ['a.example']],
  ])('%s with %j are %j', (name, site, hosts) => {
    expect(hostsOf(site, name)).toEqual(hosts)
  })
})

describe('the access keys of a site', () => {
  test('come from the file, from the environment by its name, and those without a name are those of China', () => {
    const sites = sitesOf(
      {
        intl: { store: 'international', ak: 'file-ak', sk: 'file-sk' },
        'far-east': { store: 'china' },
      },
      {
        KOOGATE_STORE_AK_FAR_EAST: 'env-ak',
        KOOGATE_STORE_SK_FAR_EAST: ' env-sk ',
        KOOGATE_STORE_AK: 'ak',
        KOOGATE_STORE_SK: 'sk',
      },
    )
    const keys = Object.fromEntries(
      [...sites].map(([name, { credentials }]) => [name, credentials]),
    )
    expect(keys).toEqual({
      intl: { accessKey: 'file-ak', secretKey: 'file-sk' },
      'far-east': { accessKey: 'env-ak', secretKey: 'env-sk' },
      china: { accessKey: 'ak', secretKey: 'sk' },
    })
  })

  test('of the one account are, without a list of sites, those of the site that all addresses belong to', () => {
    const env = { KOOGATE_STORE_AK: 'ak', KOOGATE_STORE_SK: 'sk' }
    const label = sitesOf(undefined, env, { main: { basicKey, site: 'shop' } })
    expect([...label.values()]).toMatchObject([{ name: 'shop', credentials: { accessKey: 'ak' } }])
    const two = sitesOf(undefined, env, { abroad: { basicKey, site: 'international' } })
    expect(two.get('china')?.credentials).toEqual({ accessKey: 'ak', secretKey: 'sk' })
    expect(two.get('international')?.credentials).toBeUndefined()
  })
})

test('limits of a site are its own, and those of others what the store takes', () => {
  const sites = sitesOf({ china: {}, europe: { usageLimit: 100, callsPerSecond: 0.5 } })
  expect(sites.get('europe')).toMatchObject({ usageLimit: 100, callsPerSecond: 0.5 })
  expect(sites.get('china')).toMatchObject({ usageLimit: 1_000, callsPerSecond: undefined })
})

const china = { china: {} }
test.each<[string, Settings | undefined, Record<string, string>, Settings, RegExp]>([
  [
    'a site that no list names',
    china,
    {},
    { crm: { basicKey, site: 'chian' } },
    /addresses\.crm\.site is chian/,
  ],
  [
    'no site China for an address without one',
    { europe: {} },
    {},
    {},
    /addresses\.main\.site is china/,
  ],
  [
    'a store that is none',
    { china: { store: 'mars' } },
    {},
    {},
    /sites\.china\.store is china, international or europe/,
  ],
  [
    'a host that is no URL',
    { china: { hosts: ['mkt.example'] } },
    {},
    {},
    /sites\.china\.hosts\.0 is not a URL/,
  ],
  ['no host at all', { china: { hosts: [] } }, {}, {}, /sites\.china\.hosts is empty/],
  ['a misspelt key', { china: { accesskey: 'x' } }, {}, {}, /sites\.china.*accesskey/],
  [
    'too high a limit',
    { china: { usageLimit: 1001 } },
    {},
    {},
    /sites\.china\.usageLimit is over 1000/,
  ],
  [
    'no calls a second',
    { china: { callsPerSecond: 0 } },
    {},
    {},
    /sites\.china\.callsPerSecond is not above 0/,
  ],
  [
    'a fall-over without a second host',
    { china: {}, europe: { fallOver: 'on' } },
    {},
    {},
    /sites\.europe\.fallOver is on/,
  ],
  [
    'a name that is no store',
    { china: {}, shop: { ak: 'a', sk: 's' } },
    {},
    {},
    /sites\.shop\.store is not set/,
  ],
  ['half of the keys', { china: { ak: 'a' } }, {}, {}, /KOOGATE_STORE_SK is not set/],
  [
    'half of the keys of another',
    { ...china, europe: { sk: 's' } },
    {},
    {},
    /KOOGATE_STORE_AK_EUROPE is not set/,
  ],
  [
    'a key that is set twice',
    { china: { ak: 'a', sk: 's' } },
    { KOOGATE_STORE_AK: 'b' },
    {},
    /KOOGATE_STORE_AK is set beside KOOGATE_CONFIG_FILE sites\.china\.ak/,
  ],
  [
    'a key of nobody',
    china,
    { KOOGATE_STORE_AK_EUROP: 'a' },
    {},
    /KOOGATE_STORE_AK_EUROP names no site/,
  ],
  [
    'a URL beside hosts',
    { china: { store: 'china' } },
    { KOOGATE_STORE_URL: 'https://a.example' },
    {},
    /KOOGATE_STORE_URL is set beside the hosts of site china/,
  ],
])('%s stops the start by its name', (_what, sites, env, addresses, message) => {
  expect(() => sitesOf(sites, env, addresses)).toThrow(message)
})

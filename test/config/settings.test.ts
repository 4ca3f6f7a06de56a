import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SettingError, loadConfig } from '../../src/config/config.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'koogate-config-'))
const onServer = (more: Record<string, string> = {}) => ({
  DATABASE_URL: 'postgres://localhost/koogate',
  KOOGATE_BASIC_KEY: 'basic',
  KOOGATE_MANAGEMENT_TOKEN: 'a-token-of-some-length',
  KOOGATE_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
  ...more,
})
const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
const file = (yaml: string) => {
  const path = join(folder(), 'koogate.yaml')
  writeFileSync(path, yaml)
  return path
}

describe('a bad setting stops the start with one sentence that names it', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    [
      'one key for two types',
      { KOOGATE_ORDER_KEY: 'basic' },
      /KOOGATE_BASIC_KEY and KOOGATE_ORDER_KEY/,
    ],
    [
      'one key among several',
      { KOOGATE_KIT_KEY: 'x, basic' },
      /KOOGATE_BASIC_KEY and KOOGATE_KIT_KEY/,
    ],
    ['a store URL without a scheme', { KOOGATE_STORE_URL: 'mkt.example.com' }, /KOOGATE_STORE_URL/],
    ['a database URL of another kind', { DATABASE_URL: 'mysql://localhost' }, /DATABASE_URL/],
    ['a public URL that is none', { KOOGATE_PUBLIC_URL: 'here' }, /KOOGATE_PUBLIC_URL/],
    [
      'a front end URL that is none',
      { KOOGATE_FRONT_END_URL: '{instanceId}' },
      /KOOGATE_FRONT_END_URL/,
    ],
    [
      'a front end URL of 513 characters',
      { KOOGATE_FRONT_END_URL: `https://a.example/${'x'.repeat(495)}` },
      /KOOGATE_FRONT_END_URL/,
    ],
    ['a port that is none', { PORT: 'http' }, /PORT/],
    [
      'a schema that only Postgres may make',
      { KOOGATE_DATABASE_SCHEMA: 'pg_koogate' },
      /^KOOGATE_DATABASE_SCHEMA begins with pg_/,
    ],
    [
      'a schema of the embedded database',
      { DATABASE_URL: '', KOOGATE_DATABASE_SCHEMA: 'koogate', DATA_DIR: folder() },
      /^KOOGATE_DATABASE_SCHEMA is set without DATABASE_URL/,
    ],
    ['a host in brackets', { HOST: '[::1]' }, /HOST .*brackets/],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    ['an unknown way of provisioning', { KOOGATE_PROVISIONING: 'magic' }, /KOOGATE_PROVISIONING/],
    ['a webhook at no web address', { KOOGATE_WEBHOOK_URL: 'product' }, /KOOGATE_WEBHOOK_URL/],
    [
      'a webhook without a secret',
      { KOOGATE_WEBHOOK_URL: 'https://a.example' },
      /KOOGATE_WEBHOOK_SECRET .*not set/,
    ],
    [
      'a webhook secret of another form',
      { KOOGATE_WEBHOOK_SECRET: 'whsec_c2hvcnQ=' },
      /KOOGATE_WEBHOOK_SECRET/,
    ],
    [
      'a webhook with a password',
      { KOOGATE_WEBHOOK_URL: 'https://me:a-token-of@a.example', KOOGATE_WEBHOOK_SECRET: secret },
      /KOOGATE_WEBHOOK_URL .*password/,
    ],
    [
      'a webhook in clear, in production',
      {
        NODE_ENV: 'production',
        KOOGATE_PUBLIC_URL: 'https://a.example',
        KOOGATE_WEBHOOK_URL: 'http://a.example',
        KOOGATE_WEBHOOK_SECRET: secret,
      },
      /KOOGATE_WEBHOOK_URL .*https/,
    ],
    ['nobody to ask', { KOOGATE_PROVISIONING: 'webhook' }, /KOOGATE_WEBHOOK_URL .*not set/],
    ['a network that is none', { KOOGATE_WEBHOOK_ALLOW: '10.0.0.0/33' }, /KOOGATE_WEBHOOK_ALLOW/],
    ['a secret key that is too short', { KOOGATE_SECRET_KEY: 'c2hvcnQ=' }, /KOOGATE_SECRET_KEY/],
    ['no secret key', { KOOGATE_SECRET_KEY: '' }, /KOOGATE_SECRET_KEY/],
    ['no management token', { KOOGATE_MANAGEMENT_TOKEN: '' }, /KOOGATE_MANAGEMENT_TOKEN/],
    ['neither basic nor V1 key', { KOOGATE_BASIC_KEY: '' }, /KOOGATE_BASIC_KEY or KOOGATE_V1_KEY/],
    ['half of the credentials', { KOOGATE_STORE_AK: 'ak' }, /KOOGATE_STORE_SK/],
    ['a misspelt setting', { KOOGATE_BASIC_KEYS: 'x' }, /KOOGATE_BASIC_KEYS/],
    ['production without a public address', { NODE_ENV: 'production' }, /KOOGATE_PUBLIC_URL/],
    [
      'a file that is not there',
      { KOOGATE_BASIC_KEY: '', KOOGATE_CONFIG_FILE: '/nowhere.yaml' },
      /KOOGATE_CONFIG_FILE/,
    ],
  ])('%s', (_what, tampered, named) => {
    const start = () => loadConfig(onServer(tampered))
    expect(start).toThrow(SettingError)
    expect(start).toThrow(named)
    expect(start).not.toThrow(/c2hvcnQ|a-token-of/)
  })

  test.each<[string, string, RegExp]>([
    ['that is not YAML', 'addresses: [', /KOOGATE_CONFIG_FILE/],
    ['without an address', 'addresses: {}', /no address/],
    ['with an unknown setting', 'addresses: {main: {basicKey: a, colour: red}}', /addresses.main/],
    ['with a reserved name', 'addresses: {Docs: {basicKey: a}}', /Docs/],
    [
      'with a supervision that is none',
      'addresses: {main: {v1Key: a, supervised: 1}}',
      /supervised/,
    ],
    [
      'with a webhook secret and no URL',
      `addresses: {main: {basicKey: a, webhookSecret: ${secret}}}`,
      /KOOGATE_WEBHOOK_URL of address main is not set/,
    ],
    ['with a shared key', 'addresses: {shop: {basicKey: a, orderKey: a}}', /shop share a key/],
  ])('a file %s', (_what, yaml, named) => {
    const settings = onServer({ KOOGATE_BASIC_KEY: '', KOOGATE_CONFIG_FILE: file(yaml) })
    expect(() => loadConfig(settings)).toThrow(named)
  })

  test('keys beside a file', () => {
    const settings = onServer({ KOOGATE_CONFIG_FILE: file('addresses: {main: {basicKey: a}}') })
    expect(() => loadConfig(settings)).toThrow(/KOOGATE_BASIC_KEY is set beside/)
  })
})

describe('settings', () => {
  test('an address has the webhook of its own, or that of all', () => {
    const other = `whsec_${Buffer.alloc(24, 8).toString('base64')}`
    const { addresses } = loadConfig(
      onServer({
        KOOGATE_BASIC_KEY: '',
        KOOGATE_WEBHOOK_URL: 'https://all.example/hook',
        KOOGATE_WEBHOOK_SECRET: `${secret}, ${other}`,
        KOOGATE_CONFIG_FILE: file(`addresses:
  crm: { basicKey: a, webhookUrl: 'https://crm.example', webhookSecret: ${other} }
  erp: { basicKey: b, webhookUrl: 'https://erp.example' }
  web: { basicKey: c, provisioning: webhook }`),
      }),
    )
    const webhooks = [...addresses.values()].map(({ product }) => product.webhook)
    expect(webhooks).toEqual([
      { url: 'https://crm.example', secrets: [other] },
      { url: 'https://erp.example', secrets: [secret, other] },
      { url: 'https://all.example/hook', secrets: [secret, other] },
    ])
  })

  test('this machine may be called with the embedded database alone, and not in production', () => {
    const own = { DATA_DIR: folder(), KOOGATE_WEBHOOK_ALLOW: '10.0.0.0/8, fd12::/16' }
    const ranges = ['10.0.0.0/8', 'fd12::/16']
    expect(loadConfig(own).webhookAllow).toEqual({ ranges, loopback: true })
    expect(loadConfig(onServer()).webhookAllow).toEqual({ ranges: [], loopback: false })
    const production = { ...onServer(), DATABASE_URL: undefined, DATA_DIR: folder() }
    const settings = {
      ...production,
      NODE_ENV: 'production',
      KOOGATE_PUBLIC_URL: 'https://a.example',
    }
    expect(loadConfig(settings).webhookAllow.loopback).toBe(false)
  })

  test('what Kubernetes sets for a service called koogate is no setting', () => {
    const set = { KOOGATE_SERVICE_HOST: '10.0.0.1', KOOGATE_PORT: 'tcp://10.0.0.1:80' }
    expect(() => loadConfig(onServer(set))).not.toThrow()
  })

  test.each([
    ['KOOGATE_PORT', 'tcp://10.0.0.1:80'],
    ['KOOGATE_PORT_80_TCP_ADDR', '10.0.0.1'],
    ['KOOGATE_STORE_SERVICE_HOST', '10.0.0.1'],
    ['KOOGATE_STORE_SERVICE_PORT_HTTP', '80'],
    ['KOOGATE_STORE_PORT', 'tcp://10.0.0.1:80'],
    ['KOOGATE_STORE_PORT_80_TCP', 'tcp://10.0.0.1:80'],
  ])('nor is %s of a service whose name begins so', (name, value) => {
    expect(() => loadConfig(onServer({ [name]: value }))).not.toThrow()
  })

  test('a misspelt PORT is no service of Kubernetes', () => {
    expect(() => loadConfig(onServer({ KOOGATE_PORT: '9090' }))).toThrow(/KOOGATE_PORT is not a/)
  })

  test('line ends and blanks around a value are none of it', () => {
    const ended = Object.fromEntries(
      Object.entries(
        onServer({ PORT: '8081', KOOGATE_STORE_AK: 'ak', KOOGATE_STORE_SK: 'sk' }),
      ).map(([name, value]) => [name, ` ${value}\r\n`]),
    )
    const config = loadConfig(ended)
    expect(config.managementToken).toBe('a-token-of-some-length')
    expect(config.sites.get('china')?.credentials).toEqual({ accessKey: 'ak', secretKey: 'sk' })
    expect(config.database).toMatchObject({ url: 'postgres://localhost/koogate' })
    expect(config.port).toBe(8081)
    const inProduction = () => loadConfig(onServer({ NODE_ENV: 'production\r' }))
    expect(inProduction).toThrow(/KOOGATE_PUBLIC_URL/)
  })

  test('all that is missing is told at once, and so is all that is bad', () => {
    const DATABASE_URL = 'postgres://localhost/koogate'
    expect(() => loadConfig({ DATABASE_URL, NODE_ENV: 'production' })).toThrow(
      /SECRET_KEY.*MANAGEMENT_TOKEN.*BASIC_KEY or KOOGATE_V1_KEY.*PUBLIC_URL/,
    )
    expect(() => loadConfig({ PORT: 'x', LOG_LEVEL: 'x', KOOGATE_X: 'x' })).toThrow(
      /KOOGATE_X.*PORT.*LOG_LEVEL/,
    )
  })

  test.each([
    ['a user and no host', 'postgres://boss@/shop?host=/run/postgresql'],
    ['a password that is encoded', 'postgres://odd:p%25zz%23%2F%40%3A@localhost/shop'],
  ])('a database URL with %s', (_what, DATABASE_URL) => {
    expect(loadConfig(onServer({ DATABASE_URL })).database).toMatchObject({ url: DATABASE_URL })
  })

  test.each([
    ['two hosts', 'postgres://u:p@one:5432,two:5432/shop', /several hosts/],
    ['a bare # in the password', 'postgres://odd:p#x@localhost/shop', /%23/],
    ['a bare # behind digits', 'postgres://odd:1#x@localhost/shop', /%23/],
    ['a bare % in the password', 'postgres://odd:p%zz@localhost/shop', /%25/],
  ])('a database URL with %s is told in words that name it', (_what, DATABASE_URL, words) => {
    const start = () => loadConfig(onServer({ DATABASE_URL }))
    expect(start).toThrow(words)
    expect(start).not.toThrow(/begins with/)
  })

  test('the V1 key may equal another', () => {
    expect(() => loadConfig(onServer({ KOOGATE_V1_KEY: 'basic' }))).not.toThrow()
  })

  test('a key setting is a list whose first is current', () => {
    const { addresses } = loadConfig(onServer({ KOOGATE_BASIC_KEY: 'new, old' }))
    expect(addresses.get('main')?.keys.basic).toEqual(['new', 'old'])
  })

  test('a supervised address shows buyers the page of Koogate, so it has to know where that is', () => {
    const yaml = 'addresses: {main: {v1Key: [a], supervised: true}, other: {v1Key: [b]}}'
    const settings = { ...onServer(), KOOGATE_BASIC_KEY: '', KOOGATE_CONFIG_FILE: file(yaml) }
    const inProduction = {
      ...settings,
      NODE_ENV: 'production',
      KOOGATE_FRONT_END_URL: 'https://app.example.com/',
    }
    expect(() => loadConfig(inProduction)).toThrow(/^KOOGATE_PUBLIC_URL is not set; .* main /)
    const KOOGATE_PUBLIC_URL = 'https://koogate.example.com/'
    const { addresses } = loadConfig({ ...inProduction, KOOGATE_PUBLIC_URL })
    expect(addresses.get('main')?.supervision).toEqual({
      frontEndUrl: 'https://koogate.example.com/welcome/{instanceId}',
    })
    expect(addresses.get('other')?.supervision).toBeUndefined()
  })

  test('a file gives many addresses, each with its own keys and product', () => {
    const yaml = `
addresses:
  crm: { basicKey: [a, b], provisioning: manual }
  shop: { basicKey: c, frontEndUrl: 'https://shop.example.com/{instanceId}' }`
    const config = loadConfig(onServer({ KOOGATE_BASIC_KEY: '', KOOGATE_CONFIG_FILE: file(yaml) }))
    expect(config.addresses.get('crm')).toMatchObject({
      keys: { basic: ['a', 'b'] },
      product: { provisioning: 'manual' },
    })
    expect(config.addresses.get('shop')?.product).toMatchObject({
      provisioning: 'template',
      frontEndUrl: 'https://shop.example.com/{instanceId}',
    })
  })

  test("falls over from .com to .cn only for China's default store", () => {
    const hosts = (more: Record<string, string>) =>
      loadConfig(onServer(more))
        .sites.get('china')
        ?.hosts.map(({ host }) => host)
    expect(hosts({})).toEqual(['mkt.myhuaweicloud.com', 'mkt.myhuaweicloud.cn'])
    const other = { KOOGATE_STORE_URL: 'https://mkt-intl.myhuaweicloud.com' }
    expect(hosts(other)).toEqual(['mkt-intl.myhuaweicloud.com'])
  })
})

describe('with the embedded database and no settings', () => {
  test('keys are made once, kept with mode 600, and are the same at the next start', () => {
    const DATA_DIR = folder()
    const first = loadConfig({ DATA_DIR })
    const second = loadConfig({ DATA_DIR })
    expect(first.generated?.generatedNow).toHaveLength(8)
    expect(second.generated?.generatedNow).toEqual([])
    expect(second.addresses.get('main')?.keys).toEqual(first.addresses.get('main')?.keys)
    expect(second.secretKey).toEqual(first.secretKey)
    const path = join(DATA_DIR, 'secrets.json')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).toContain(first.managementToken)
  })

  test('an address file may come into use after a first start without one', () => {
    const DATA_DIR = folder()
    const { secretKey } = loadConfig({ DATA_DIR })
    const KOOGATE_CONFIG_FILE = file('addresses: {crm: {basicKey: a}}')
    const config = loadConfig({ DATA_DIR, KOOGATE_CONFIG_FILE })
    expect([...config.addresses.keys()]).toEqual(['crm'])
    expect(config.secretKey).toEqual(secretKey)
  })

  test('a key that is set is not made, and wins', () => {
    const config = loadConfig({ DATA_DIR: folder(), KOOGATE_BASIC_KEY: 'mine' })
    expect(config.addresses.get('main')?.keys.basic).toEqual(['mine'])
    expect(config.generated?.generatedNow).not.toContain('BASIC_KEY')
  })

  test('in production nothing is made', () => {
    const DATA_DIR = folder()
    expect(() => loadConfig({ DATA_DIR, NODE_ENV: 'production' })).toThrow(SettingError)
    expect(() => statSync(join(DATA_DIR, 'secrets.json'))).toThrow()
  })
})

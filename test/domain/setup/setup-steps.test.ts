import { describe, expect, test } from 'vitest'
import type { Address } from '../../../src/domain/address.ts'
import type { SeenActivity, SetupFacts } from '../../../src/domain/setup/setup-facts.ts'
import { canBeRegistered, setupSteps } from '../../../src/domain/setup/setup-steps.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 26, hour))
const address: Address = {
  name: 'main',
  site: 'china',
  keys: { basic: ['b'], v1: [], kit: [], license: [], order: [] },
  product: {
    ...{ provisioning: 'template', frontEndUrl: 'https://app.example.com', v1Encryption: '1' },
    ...{ changeCheck: 'allow', webhook: undefined },
  },
  dialTestWatch: 'on',
}
const facts: SetupFacts = {
  publicUrl: 'https://koogate.example.com',
  fingerprints: { basic: ['b-print'], v1: [], kit: [], license: [], order: [] },
  store: undefined,
  calls: [],
  passedHalfDays: [],
  kitKey: undefined,
  productAnsweredAt: null,
  hasSignedIn: false,
  endpoints: [],
  firstSoldAt: null,
}
const call = (operation: string, activity: string, more: Partial<SeenActivity> = {}) => ({
  ...{ operation, activity, test: true, firstAt: at(1), lastAt: at(2), lastCode: '000000' },
  ...{ passedAt: at(1), ...more },
})

const stepsOf = (more: Partial<SetupFacts> = {}, own: Partial<Address> = {}) =>
  setupSteps({ ...address, ...own }, { ...facts, ...more })
const told = (more: Partial<SetupFacts> = {}, own: Partial<Address> = {}) =>
  stepsOf(more, own).map(({ step, interface: of, interfaceType, activity, state }) =>
    [step, activity ?? of ?? interfaceType, state].filter((part) => part !== null).join(' '),
  )

describe('the steps of an address', () => {
  test('begin with SaaS V2, as the store wants it of a new product, and leave the rest alone', () => {
    expect(told()).toEqual([
      'public-url done',
      'keys basic done',
      'keys v1 not_needed',
      'keys kit not_needed',
      'keys license not_needed',
      'keys order not_needed',
      'access-keys waiting',
      'first-call saasV2 waiting',
      'debug-case newInstance waiting',
      'debug-case queryInstance waiting',
      'debug-case refreshInstance waiting',
      'debug-case updateInstanceStatus waiting',
      'debug-case releaseInstance waiting',
      'debug-case upgradeInstance not_needed',
      'debug-case changeInstanceCheck not_needed',
      'first-call licenseC not_needed',
      'first-call licenseA not_needed',
      'first-call saasV1 not_needed',
      'first-call licenseB not_needed',
      'first-call kitTenantSyncV2 not_needed',
      'first-call kitTenantSyncV1 not_needed',
      'first-call orders not_needed',
      'provisioning not_needed',
      'kit-key not_needed',
      'sign-on not_needed',
      'webhook-endpoint not_needed',
      'dial-test waiting',
      'first-purchase waiting',
    ])
  })

  test('follow what came: an address that is called for license codes wants no SaaS', () => {
    const keys = { ...address.keys, license: ['l'] }
    const steps = told({ calls: [call('licenseC', 'refreshLicenseCode')] }, { keys })
    expect(steps).toContain('first-call licenseC done')
    expect(steps).toContain('debug-case refreshLicenseCode done')
    expect(steps).toContain('debug-case updateLicenseCodeStatus waiting')
    expect(steps).toContain('debug-case releaseLicenseCode not_needed')
    expect(steps).toContain('first-call saasV2 not_needed')
    expect(steps).not.toContain('debug-case newInstance waiting')
  })

  const states: readonly [string, Partial<SetupFacts>, Partial<Address>?][] = [
    ['public-url waiting', { publicUrl: undefined }],
    ['public-url waiting', { publicUrl: 'http://koogate.example.com' }],
    ['access-keys done', { store: { answeredAt: null } }],
    ['keys basic waiting', { fingerprints: { ...facts.fingerprints, basic: [] } }],
    ['debug-case newInstance done', { calls: [call('saasV2', 'newInstance')] }],
    [
      'debug-case newInstance waiting',
      { calls: [call('saasV2', 'newInstance', { passedAt: null, lastCode: '000005' })] },
    ],
    ['debug-case newInstance waiting', { calls: [call('saasV2', 'newInstance', { test: false })] }],
    [
      'debug-case upgradeInstance waiting',
      { calls: [call('saasV2', 'upgradeInstance', { passedAt: null })] },
    ],
    ['first-purchase waiting', { calls: [call('saasV2', 'newInstance')] }],
    ['first-purchase done', { calls: [call('saasV2', 'newInstance', { test: false })] }],
    ['first-purchase done', { firstSoldAt: at(1) }],
    ['dial-test waiting', { passedHalfDays: [at(1)] }],
    ['dial-test done', { passedHalfDays: [at(1), at(13)] }],
    ['kit-key waiting', { calls: [call('kitTenantSyncV2', 'tenantSync')] }],
    ['kit-key done', { calls: [call('kitApplicationSyncV2', 'applicationSync')] }],
    ['webhook-endpoint waiting', { endpoints: [endpoint(false)] }],
    ['webhook-endpoint done', { endpoints: [endpoint(false), endpoint(true)] }],
    ['provisioning waiting', {}, { product: { ...address.product, provisioning: 'webhook' } }],
    [
      'provisioning done',
      { productAnsweredAt: at(1) },
      { product: { ...address.product, provisioning: 'webhook' } },
    ],
    ['sign-on waiting', {}, { sso: signOn() }],
    ['sign-on done', { hasSignedIn: true }, { sso: signOn() }],
  ]
  test.each(states)('%s by %j', (expected, more, own) => {
    expect(told(more, own)).toContain(expected)
  })

  test('say what to paste, and of a key nothing but its fingerprint', () => {
    const values = stepsOf({ kitKey: { publicKey: 'MIIB', fingerprint: 'f' } }, { sso: signOn() })
      .filter(({ values }) => values.length > 0)
      .flatMap(({ step, values }) => values.map(({ name, value }) => `${step} ${name} ${value}`))
    expect(values).toEqual(
      expect.arrayContaining([
        'public-url domain https://koogate.example.com',
        'keys fingerprint b-print',
        'first-call production-address https://koogate.example.com/main/saas',
        'first-call production-address https://koogate.example.com/main/license-code',
        'first-call production-address https://koogate.example.com/main/orders',
        'kit-key public-key MIIB',
        'sign-on login-url https://koogate.example.com/sso/main/login',
        'sign-on callback-url https://koogate.example.com/sso/main/callback',
      ]),
    )
  })
})

function endpoint(isTested: boolean) {
  return { url: 'https://product.example.com/events', isTested, lastSuccessAt: null }
}

function signOn() {
  return {
    ...{ appId: 'app', loginUrl: 'https://login.example.com/{appId}', workbench: 'off' as const },
    ...{ returnUrl: 'https://app.example.com/return', frameAncestors: [] },
  }
}

test.each([
  ['https://koogate.example.com', true],
  ['http://koogate.example.com', false],
  ['https://localhost', false],
  ['https://10.0.0.1', false],
  ['https://[2001:db8::1]', false],
  ['https://koogate.local', false],
])('%s can be registered as a production address: %s', (url, expected) => {
  expect(canBeRegistered(url)).toBe(expected)
})

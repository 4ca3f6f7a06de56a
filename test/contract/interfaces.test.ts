import { describe, expect, test } from 'vitest'
import { readContract } from '../../scripts/site/contract-documents.ts'
import { type Interface, interfacesOf } from '../../scripts/site/interfaces.ts'
import { retrySchema } from '../../src/contract/retry.ts'

const interfaces = interfacesOf(readContract('generated'))
const tagged = (tag: string) => interfaces.filter((one) => one.tag === tag)
const namesOf = (rows: readonly Interface[]) => rows.map(({ activity, path }) => activity ?? path)

describe('the contract has every interface of the store', () => {
  test.each([
    [
      'SaaS V2',
      [
        'newInstance',
        'queryInstance',
        'refreshInstance',
        'updateInstanceStatus',
        'releaseInstance',
        'upgradeInstance',
        'changeInstanceCheck',
      ],
    ],
    [
      'SaaS V1',
      [
        'newInstance',
        'refreshInstance',
        'expireInstance',
        'releaseInstance',
        'upgrade',
        'instanceStatus',
        'queryInstance',
      ],
    ],
    [
      'License A',
      [
        'newInstance',
        'refreshInstance',
        'updateInstanceStatus',
        'releaseInstance',
        'upgradeInstance',
        'queryInstance',
        'getLicenseAsync',
      ],
    ],
    ['License B', ['getLicense', 'refreshLicense', 'expireLicense', 'releaseLicense']],
    ['License C', ['refreshLicenseCode', 'updateLicenseCodeStatus', 'releaseLicenseCode']],
    ['Orders', ['orderNotify']],
  ])('%s', (tag, activities) => {
    expect(namesOf(tagged(tag)).filter((name) => !name.startsWith('/api/'))).toEqual(activities)
  })

  test('the five of the kit in both generations', () => {
    const five = ['tenantSync', 'applicationSync', 'authSync', 'singleOrgSync', 'allOrgSync']
    const base = '/{address}/{product}/produceAPI'
    expect(namesOf(tagged('Kit V2'))).toEqual(five.map((name) => `${base}/v2/${name}`))
    expect(namesOf(tagged('Kit V1'))).toEqual(five.map((name) => `${base}/${name}`))
  })

  test('eleven that the seller calls on the store, the upload as text and as a file, and no less than eight of its auth centre', () => {
    const outbound = ['Store orders', 'Store usage', 'Store licenses'].flatMap(tagged)
    expect(namesOf(outbound)).toEqual([
      '/api/mkp-openapi-public/global/v1/order/query',
      '/api/mkp-openapi-public/global/v1/isv/usage-data',
      '/rest/marketplace/v1/isv/usage-data',
      '/v1.0/{partner_id}/billing/bill-mgr/push-usage-data',
      '/api/mkp-openapi-public/global/v1/license/activate',
      '/api/mkp-openapi-public/global/v2/license/activate',
      '/api/mkp-openapi-public/global/v1/license/heartbeat',
      '/api/mkp-openapi-public/global/v2/license/heartbeat',
      '/api/mkp-openapi-public/global/v2/license/software-usage-info',
      'CHARACTERS',
      'FILE',
    ])
    expect(namesOf(tagged('Auth centre'))).toEqual([
      '/unified-login',
      '/api/v1/oauth2/authorize',
      'authorization_code',
      'refresh_token',
      '/api/v1/oauth2/userinfo',
      '/api/v1/logout',
      '/api/v1/cas/login',
      '/api/v1/cas/p3/serviceValidate',
      '/api/v1/cas/logout',
    ])
  })

  test('and no other: each one on the seller and on the store stands in a list here', () => {
    const ofStore = interfaces.filter(({ document }) => document !== 'management')
    expect(ofStore).toHaveLength(7 + 7 + 7 + 4 + 3 + 1 + 10 + 11 + 9)
  })
})

describe('each interface', () => {
  test.each(interfaces.map((one) => [one.id, one] as const))(
    '%s says what makes a repeat, how long it is retried, and where it stands',
    (_id, { repeat, retry, source, what }) => {
      for (const { text } of [repeat, retry, what]) expect(text).toMatch(/\S/)
      if (source === 'own') return
      expect(source.url).toMatch(/^https:\/\/(support|www)\.huaweicloud\.com\//)
      expect(source.edition).toMatch(/\S/)
    },
  )

  test.each(
    interfaces.filter(({ document }) => document === 'seller').map((one) => [one.id, one] as const),
  )('%s is verified with a key', (_id, { keys }) => {
    expect(keys).not.toEqual([])
  })
})

interface Marked {
  readonly $ref?: string
  readonly 'x-source'?: unknown
  readonly 'x-repeat'?: unknown
  readonly 'x-retry'?: unknown
}

// What an interface has from its operation would hide that its activity says nothing of its own.
describe('each activity of a request has a source, a repeat and a retry of its own', () => {
  const schemas = readContract('generated').seller.components.schemas ?? {}
  const unions = Object.entries(schemas).filter(
    ([name, { oneOf }]) => name.endsWith('Request') && oneOf !== undefined,
  )
  const variants = unions.flatMap(([name, { oneOf = [] }]) =>
    oneOf.map((variant) => [name, variant as Marked] as const),
  )

  test('of SaaS V2 and V1 and of License A, B and C', () => {
    expect(variants).toHaveLength(7 + 7 + 7 + 4 + 3)
  })

  test.each(variants.map(([name, variant]) => [`${name} ${variant.$ref ?? ''}`, variant] as const))(
    '%s',
    (_name, { $ref = '', ...beside }) => {
      const own = { ...schemas[$ref.split('/').at(-1) ?? ''], ...beside }
      expect(own).toHaveProperty(['x-source', 'url'])
      expect(own).toHaveProperty(['x-repeat'])
      expect(retrySchema.parse(own['x-retry'])).toEqual(own['x-retry'])
    },
  )
})

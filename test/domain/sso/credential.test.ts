import { describe, expect, test } from 'vitest'
import { accessOf, bestAccess } from '../../../src/domain/sso/access.ts'
import { authCentreAt } from '../../../src/domain/sso/auth-centre-url.ts'
import {
  type Application,
  type KnownTenant,
  credentialsOf,
} from '../../../src/domain/sso/credential.ts'
import { isRenewalDue, sessionEnd } from '../../../src/domain/sso/session-end.ts'
import type { Binding } from '../../../src/domain/tenant/tenant.ts'

const at = new Date('2026-11-26T08:00:00Z')
const minutesOn = (minutes: number) => new Date(at.getTime() + minutes * 60_000)

const binding = (instanceId: string, more: Partial<Binding> = {}): Binding => ({
  ...{ site: 'china', address: 'main', test: false, tenantId: 't', instanceId, orderId: null },
  ...{ tenantCode: 'code', name: 'name', domainName: 'https://a.example.com', state: 'bound' },
  ...{ timeStamp: at, departmentsAt: null, createdAt: at, updatedAt: at },
  ...more,
})
const application = (instance_id: string, more: Partial<Application> = {}): Application => ({
  ...{ test_address: '', instance_id, client_id: `of-${instance_id}`, state: 'bound' as const },
  ...{ client_secret: Buffer.from('secret'), time_stamp: at },
  ...more,
})
const known = (more: Partial<KnownTenant>): KnownTenant => ({
  bindings: [binding('i')],
  applications: [application('i')],
  statuses: new Map(),
  mayBeOpen: false,
  ...more,
})
const clientsOf = (more: Partial<KnownTenant>) => {
  const found = credentialsOf(known(more))
  return typeof found === 'string' ? found : found.map(({ clientId }) => clientId)
}

describe('the credentials of a tenant', () => {
  test.each([
    ['tenant-unknown', { bindings: [] }],
    ['tenant-unknown', { bindings: [binding('i', { state: 'expected', domainName: null })] }],
    ['tenant-deleted', { bindings: [binding('i', { state: 'deleted' })] }],
    ['application-missing', { applications: [] }],
    ['application-missing', { applications: [application('other')] }],
    ['application-missing', { applications: [application('i', { client_secret: null })] }],
    ['application-missing', { applications: [application('i', { state: 'deleted' })] }],
    ['application-missing', { applications: [application('i', { test_address: 'main' })] }],
    ['domain-faulty', { bindings: [binding('i', { domainName: 'http://a.example.com' })] }],
  ])('are %s', (fault, more: Partial<KnownTenant>) => {
    expect(credentialsOf(known(more))).toBe(fault)
  })

  test('begin with the latest, released instances and test accounts last', () => {
    const bindings = [binding('old'), binding('new'), binding('gone'), binding('', { test: true })]
    const applications = [
      application('old'),
      application('new', { time_stamp: minutesOn(1) }),
      application('gone', { time_stamp: minutesOn(2) }),
      application('', { test_address: 'main', time_stamp: minutesOn(3) }),
    ]
    const statuses = new Map([['gone', 'released' as const]])
    expect(clientsOf({ bindings, applications, statuses })).toEqual([
      'of-new',
      'of-old',
      'of-gone',
      'of-',
    ])
  })

  test('are one where several bindings have one client, with the secret that came last', () => {
    const bindings = [binding('a'), binding('b')]
    const same = { client_id: 'same' }
    const applications = [
      application('a', same),
      application('b', { ...same, client_secret: Buffer.from('newer'), time_stamp: minutesOn(1) }),
    ]
    expect(clientsOf({ bindings, applications })).toEqual(['same'])
    expect(credentialsOf(known({ bindings, applications }))).toMatchObject([
      { secret: Buffer.from('newer') },
    ])
  })
})

test.each([
  ['https://a.example.com', 'https://a.example.com'],
  ['https://a.example.com/', 'https://a.example.com'],
  ['a.example.com', 'https://a.example.com'],
  ['https://a.example.com/base/', 'https://a.example.com/base'],
  ['http://a.example.com', undefined],
  ['https://user:word@a.example.com', undefined],
  ['https://a.example.com?x=1', undefined],
  ['ftp://a.example.com', undefined],
  ['', undefined],
  [null, undefined],
])('the auth centre of the domain %s is at %s', (domain, url) => {
  expect(authCentreAt(domain, { mayBeOpen: false })).toBe(url)
})

test('an auth centre in clear is asked only where that may be', () => {
  expect(authCentreAt('http://127.0.0.1:8', { mayBeOpen: true })).toBe('http://127.0.0.1:8')
})

test('access is the best of what the user sync says', () => {
  expect(accessOf(undefined)).toBe('unknown')
  expect(accessOf({ state: 'granted', enabled: true })).toBe('granted')
  expect(accessOf({ state: 'granted', enabled: false })).toBe('disabled')
  expect(accessOf({ state: 'revoked', enabled: true })).toBe('revoked')
  expect(accessOf({ state: 'deleted', enabled: true })).toBe('revoked')
  expect(bestAccess([])).toBe('unknown')
  expect(bestAccess(['unknown', 'revoked'])).toBe('revoked')
  expect(bestAccess(['revoked', 'disabled'])).toBe('disabled')
  expect(bestAccess(['disabled', 'granted', 'unknown'])).toBe('granted')
})

test('a session ends with what it lives by', () => {
  const accessEndsAt = minutesOn(120)
  const oauth = { protocol: 'oauth', accessEndsAt } as const
  expect(sessionEnd({ ...oauth, renewable: true }, at)).toEqual(minutesOn(30 * 24 * 60))
  expect(sessionEnd({ ...oauth, renewable: false }, at)).toEqual(accessEndsAt)
  const cas = { protocol: 'cas', renewable: false, accessEndsAt: null } as const
  expect(sessionEnd(cas, at)).toEqual(minutesOn(120))
})

test('tokens are renewed in the last ten minutes, and later', () => {
  expect(isRenewalDue(minutesOn(11), at)).toBe(false)
  expect(isRenewalDue(minutesOn(10), at)).toBe(true)
  expect(isRenewalDue(minutesOn(-1), at)).toBe(true)
  expect(isRenewalDue(null, at)).toBe(false)
})

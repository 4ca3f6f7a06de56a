import { describe, expect, test } from 'vitest'
import { lengths } from '../../../src/contract/index.ts'
import {
  type LicenseFamily,
  type LicenseResult,
  completed,
  faultOf,
  newLicense,
  refreshCode,
  register,
  uploaded,
  usable,
  withContent,
} from '../../../src/domain/license/license.ts'

const called = new Date('2027-01-01T00:00:00.000Z')
const now = new Date('2027-06-01T00:00:00.000Z')
const future = new Date('2028-01-01T00:00:00.000Z')
const text = { text: 'LICENSE' }
const file = { fileName: 'a.lic', bytes: Buffer.from('LICENSE') }
const failure = { code: '000900', reason: 'no such device' } as const
const licenseOf = (family: LicenseFamily, test = false) =>
  newLicense({ licenseId: 'l-1', site: 'china', address: 'main', family, test }, called)
const changed = { version: 1, updatedAt: now }

describe('a license of which a call tells for the first time', () => {
  test('is not made yet, and knows nothing that the call did not tell', () => {
    expect(licenseOf('license-a')).toEqual({
      licenseId: 'l-1',
      site: 'china',
      address: 'main',
      family: 'license-a',
      test: false,
      instanceId: null,
      orderId: null,
      orderLineId: null,
      eventId: null,
      productId: null,
      phase: 'provisioning',
      frozen: false,
      frozenAfterExpiry: false,
      effectiveTime: null,
      expireTime: null,
      madeFor: null,
      code: null,
      activatedAt: null,
      codeStatus: null,
      content: null,
      failure: null,
      upload: { state: 'none', code: null },
      version: 0,
      createdAt: called,
      updatedAt: called,
    })
  })

  test('is ready where the store made it', () => {
    expect(licenseOf('license-b').phase).toBe('provisioning')
    expect(licenseOf('license-c').phase).toBe('ready')
  })

  test('has a version once it is kept, and keeps it', () => {
    const kept = register(licenseOf('license-c'))
    expect(kept).toEqual({ ...licenseOf('license-c'), version: 1 })
    expect(register(kept)).toBe(kept)
  })
})

describe('making one', () => {
  test.each<[LicenseFamily, boolean, 'waiting' | 'none']>([
    ['license-a', false, 'waiting'],
    ['license-a', true, 'none'],
    ['license-b', false, 'none'],
  ])('of %s (test: %s) leaves its upload %s', (family, isTest, state) => {
    const license = licenseOf(family, isTest)
    expect(completed(license, { outcome: 'ready', content: text }, now)).toEqual({
      ...license,
      ...changed,
      phase: 'ready',
      content: text,
      upload: { state, code: null },
    })
  })

  test('may be refused for a reason, which is forgotten when it goes on', () => {
    const license = licenseOf('license-a')
    const failed = completed(license, { outcome: 'refused', failure }, now)
    expect(failed).toEqual({ ...license, ...changed, phase: 'failed', failure })
    const pending = completed(failed, { outcome: 'pending' }, now)
    expect(pending).toEqual({ ...license, ...changed, version: 2 })
    expect(completed(failed, { outcome: 'ready', content: file }, now)).toMatchObject({
      phase: 'ready',
      content: file,
      failure: null,
    })
  })

  test.each(['ready', 'released'] as const)('comes too late for one that is %s', (phase) => {
    const license = { ...licenseOf('license-a'), phase }
    expect(completed(license, { outcome: 'ready', content: text }, now)).toBe(license)
  })

  test('again replaces one that the store refused, whose answer is forgotten', () => {
    const made = withContent(licenseOf('license-a'), { outcome: 'ready', content: text }, now)
    const refused = uploaded(made, { state: 'refused', code: '000002' }, now)
    expect(refused).toEqual({ ...made, version: 2, upload: { state: 'refused', code: '000002' } })
    const again = withContent(refused, { outcome: 'ready', content: file }, now)
    expect(again).toEqual({ ...made, version: 3, content: file })
  })
})

test('an upload is a change of its own, at its own time', () => {
  const made = withContent(licenseOf('license-a'), { outcome: 'ready', content: text }, called)
  expect(uploaded(made, { state: 'done', code: '000000' }, now)).toEqual({
    ...made,
    version: 2,
    updatedAt: now,
    upload: { state: 'done', code: '000000' },
  })
})

test('a renewed code has its expiry and its order', () => {
  const order = { orderId: 'CS-2', orderLineId: 'CS-2-000001' }
  const code = licenseOf('license-c')
  const renewed = refreshCode(code, { ...order, role: 'renewal', expireTime: future }, now)
  expect(renewed).toEqual({ ...code, ...changed, ...order, expireTime: future })
})

describe('what a family can use', () => {
  const ready = (content: typeof text | typeof file) => ({ outcome: 'ready', content }) as const
  const refused = (code: string, reason: string) => ({
    outcome: 'refused',
    failure: { code, reason },
  })

  const longest = { text: 'x'.repeat(lengths.licenseB) }
  const tooLong = { text: `${longest.text}x` }
  const tooLongReason = `the license is longer than ${lengths.licenseB} characters`

  test.each<[string, LicenseFamily, LicenseResult]>([
    ['a text', 'license-a', ready(text)],
    ['a file', 'license-a', ready(file)],
    ['a text of any length', 'license-a', ready(tooLong)],
    ['the longest text', 'license-b', ready(longest)],
    ['that it takes time', 'license-a', { outcome: 'pending' }],
    ['that it takes time', 'license-b', { outcome: 'pending' }],
    ['a refusal with a code of its own', 'license-a', { outcome: 'refused', failure }],
  ])('is %s for %s', (_what, family, result) => {
    expect(usable(result, family)).toBe(result)
  })

  test.each<[string, LicenseFamily, typeof text | typeof file, string]>([
    ['an empty text', 'license-a', { text: '' }, 'the license is empty'],
    ['an empty text', 'license-b', { text: '' }, 'the license is empty'],
    ['an empty file', 'license-a', { ...file, bytes: Buffer.alloc(0) }, 'the license is empty'],
    ['an empty file', 'license-b', { ...file, bytes: Buffer.alloc(0) }, 'the license is empty'],
    ['a file', 'license-b', file, 'License 1.0 takes a text, no file'],
    ['a longer text', 'license-b', tooLong, tooLongReason],
  ])('is not %s for %s', (_what, family, content, reason) => {
    expect(faultOf(content, family)).toBe(reason)
    expect(usable(ready(content), family)).toEqual(refused('000005', reason))
  })

  test.each([
    ['000900', '000100'],
    ['000901', '000005'],
    ['000105', '000105'],
  ] as const)('License 1.0 knows the code %s as %s', (code, known) => {
    const result = { outcome: 'refused', failure: { code, reason: 'why' } } as const
    expect(usable(result, 'license-b')).toEqual(refused(known, 'why'))
    expect(usable(result, 'license-a')).toBe(result)
  })
})

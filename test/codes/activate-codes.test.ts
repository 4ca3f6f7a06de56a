import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { activateCode } from '../../src/calls/codes/activate-code.ts'
import { codeAt } from '../../src/calls/codes/code-at.ts'
import type { StoreClient } from '../../src/store-api/store-client.ts'
import { feedOf, whenPlaced } from '../events/feed.ts'
import { rowsAsText } from '../harness/licenses.ts'
import { movingClock } from '../harness/moving-clock.ts'
import { storeCall } from '../harness/store.ts'
import { manage, read } from '../management/client.ts'
import { activate, callsOf, codeService, newCode } from './code-service.ts'

const clock = movingClock('2026-11-26 09:30')
const the = codeService(clock)
const outcomesOf = (items: readonly { readonly outcome: string }[]) =>
  items.map(({ outcome }) => outcome)

describe('100 codes, one of which the store does not know', () => {
  const codes = Array.from({ length: 100 }, newCode)
  const bad = codes[41] ?? ''

  test('are activated but for that one', async () => {
    for (const code of codes) if (code !== bad) the.store.codes.sell(code)
    const items = await activate(the, codes)
    expect(items.map(({ code }) => code)).toEqual(codes)
    expect(Object.groupBy(items, ({ outcome }) => outcome)).toMatchObject({
      activated: { length: 99 },
      unknown: [{ code: bad, licenseId: null, storeCode: '92020005' }],
    })
    expect(the.store.codes.calls.filter(({ call }) => call === 'activateAll')).toMatchObject([
      { answer: '92020020' },
    ])
    expect(the.store.codes.find(codes[0] ?? '')?.status).toBe('ALIVE')
  })

  test('are told as active, each once', async () => {
    await whenPlaced(the.service)
    const events = (await feedOf(the.service)).filter(({ data }) =>
      codes.includes(String(data['code'])),
    )
    expect(events).toHaveLength(99)
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['license.code.activated']))
    expect(events[0]?.data).toMatchObject({ activatedAt: clock.now().toISOString(), version: 1 })
  })

  test('are active already when they come again, and the store hears of the unknown one only', async () => {
    const before = the.store.codes.calls.length
    const items = await activate(the, codes)
    expect(items.filter(({ outcome }) => outcome === 'already_active')).toHaveLength(99)
    expect(the.store.codes.calls.slice(before)).toMatchObject([{ call: 'activate', codes: [bad] }])
  })

  test('stand nowhere in the clear', async () => {
    for (const table of [
      'licenses',
      'license_codes',
      'license_code_clients',
      'outbound_calls',
      'event_feed',
    ]) {
      const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(the.service.db)
      const text = rowsAsText(rows)
      expect(
        codes.filter((code) => text.includes(code)),
        table,
      ).toEqual([])
    }
  })
})

test('a batch that is well is one call, and has the day on which the service began', async () => {
  const codes = [newCode(), newCode()]
  for (const code of codes) the.store.codes.sell(code)
  const effectiveTime = '2026-11-20T01:02:03Z'
  const [first] = await activate(the, codes, { effectiveTime })
  expect(the.store.codes.calls.at(-1)).toMatchObject({
    call: 'activateAll',
    body: { license_list: codes, real_effect_time: '20261120010203' },
  })
  const license = await read(the.service, 'License', `/licenses/${first?.licenseId ?? ''}`)
  expect(license).toMatchObject({
    activatedAt: '2026-11-20T01:02:03.000Z',
    status: 'active',
    expireTime: null,
  })
})

test('one code alone tells its order', async () => {
  const code = newCode()
  const { orderId } = the.store.codes.sell(code)
  const [one] = await activate(the, [code])
  expect(one).toMatchObject({ outcome: 'activated', storeCode: '92020000' })
  const license = await read(the.service, 'License', `/licenses/${one?.licenseId ?? ''}`)
  expect(license).toMatchObject({ orderId, productId: 'OFFI461867333479178240' })
})

test('one code alone is active where the store tells nothing of it', async () => {
  const { vault } = the.service.app.services
  const called = { ok: true, code: '92020000', message: '', answer: { info: null } } as const
  const store = {
    call: () => Promise.resolve({ ...called, uncertain: false, body: {} }),
  } as unknown as StoreClient
  const at = codeAt({ site: 'china', address: 'main' }, newCode(), vault)
  const { signal } = new AbortController()
  const activation = { store, effectiveTime: undefined, signal, now: clock.now() }
  expect(await activateCode(at, activation)).toMatchObject({
    outcome: 'activated',
    answered: { change: { orderId: null, productId: null } },
  })
})

test('an order of one code that nobody could look for is not kept', async () => {
  const code = newCode()
  the.store.codes.sell(code, { orderId: 'C'.repeat(65) })
  const [one] = await activate(the, [code])
  expect(one?.outcome).toBe('activated')
  const license = await read(the.service, 'License', `/licenses/${one?.licenseId ?? ''}`)
  expect(license).toMatchObject({ orderId: null, productId: 'OFFI461867333479178240' })
})

test('of a code that was active once and is released now the store says what it is', async () => {
  const code = newCode()
  the.store.codes.sell(code)
  await activate(the, [code])
  const release = { activity: 'releaseLicenseCode', license: code }
  const timestamp = String(clock.now().getTime())
  await storeCall(the.service, release, { path: 'license-code', timestamp })
  Object.assign(the.store.codes.find(code) ?? {}, { status: 'RELEASED' })
  await activate(the, [code])
  expect(callsOf(the, 'activate', code)).toBe(2)
})

test('a code that its buyer has not received is for later', async () => {
  const code = newCode()
  const sold = the.store.codes.sell(code, { status: 'waiting' })
  expect(await activate(the, [code])).toMatchObject([
    { outcome: 'not_yet', licenseId: null, storeCode: '92020004' },
  ])
  sold.status = 'received'
  expect(outcomesOf(await activate(the, [code]))).toEqual(['activated'])
})

test.each([
  ['92020002', 'refused'],
  ['92020004', 'not_yet'],
  ['92020005', 'unknown'],
  ['92020020', 'refused'],
  ['95000001', 'refused'],
  ['95000002', 'failed'],
] as const)('a code to which the store says %s is %s', async (storeCode, outcome) => {
  the.store.codes.fail('activate', storeCode)
  expect(await activate(the, [newCode()])).toMatchObject([{ outcome, storeCode, licenseId: null }])
})

test('what the store calls active already is so once its query says so', async () => {
  const [active, odd] = [newCode(), newCode()]
  const activatedAt = new Date('2026-10-01T00:00:00Z')
  the.store.codes.sell(active, { status: 'ALIVE', activatedAt })
  the.store.codes.sell(odd)
  the.store.codes.fail('activate', '92020003')
  expect(await activate(the, [odd])).toMatchObject([{ outcome: 'refused', storeCode: '92020003' }])
  const [one] = await activate(the, [active])
  expect(one?.outcome).toBe('already_active')
  const license = await read(the.service, 'License', `/licenses/${one?.licenseId ?? ''}`)
  expect(license).toMatchObject({ activatedAt: activatedAt.toISOString(), codeStatus: 'alive' })
})

describe('while the store does not answer', () => {
  const codes = Array.from({ length: 10 }, newCode)

  test('nothing is decided, and one call tells so', async () => {
    for (const code of codes) the.store.codes.sell(code)
    the.store.codes.fail('activateAll', 'refuse')
    const before = the.store.codes.calls.length
    const items = await activate(the, codes)
    expect(new Set(outcomesOf(items))).toEqual(new Set(['failed']))
    expect(items[0]?.storeCode).toBe('unreachable')
    expect(the.store.codes.calls.length).toBe(before + 1)
  })

  test('nothing is decided either where the gateway knows nothing of the interface', async () => {
    the.store.codes.fail('activateAll', 'APIGW.0101')
    const before = the.store.codes.calls.length
    expect(new Set(outcomesOf(await activate(the, codes)))).toEqual(new Set(['failed']))
    expect(the.store.codes.calls.length).toBe(before + 1)
  })

  test('in the middle of single ones the others fail unasked, and are activated the next time', async () => {
    the.store.codes.fail('activateAll', '92020020')
    the.store.codes.fail('activate', '92020001')
    const items = await activate(the, codes)
    const failed = items.filter(({ outcome }) => outcome === 'failed')
    expect(failed.length).toBeGreaterThan(0)
    expect(failed.length).toBeLessThan(codes.length)
    const asked = codes.filter((code) => callsOf(the, 'activate', code) > 0)
    expect(asked.length).toBeLessThan(codes.length)
    the.store.codes.fail('activate')
    const again = await activate(the, codes)
    expect(again.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  })
})

describe('is refused', () => {
  test.each([
    ['no code', { codes: [] }],
    ['101 codes', { codes: Array.from({ length: 101 }, newCode) }],
    ['one code twice', { codes: ['PL1', 'PL1'] }],
    ['an unknown address', { codes: ['PL1'], address: 'elsewhere' }],
    ['a time that is none', { codes: ['PL1'], effectiveTime: 'yesterday' }],
  ])('%s, with 400', async (_what, body) => {
    const { status } = await manage(the.service, '/license-codes/activate', {
      method: 'POST',
      body,
    })
    expect(status).toBe(400)
  })
})

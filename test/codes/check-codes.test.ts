import { describe, expect, test } from 'vitest'
import { codeAt } from '../../src/calls/codes/code-at.ts'
import { keepCodes } from '../../src/calls/codes/keep-codes.ts'
import { noteUse } from '../../src/calls/codes/note-use.ts'
import { claimCodeUses, noteCodeUse } from '../../src/db/license-code/clients.ts'
import { claimCode } from '../../src/db/license-code/codes.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { feedOf, typesOf, whenPlaced } from '../events/feed.ts'
import { movingClock } from '../harness/moving-clock.ts'
import { newOrder, storeCall } from '../harness/store.ts'
import { tokenWith } from '../harness/tokens.ts'
import { until } from '../harness/until.ts'
import { manage } from '../management/client.ts'
import { activate, callsOf, check, codeService, newCode } from './code-service.ts'

const clock = movingClock('2026-11-26 09:30')
const the = codeService(clock)
const dayMs = 86_400_000

async function activeCode(): Promise<string> {
  const code = newCode()
  the.store.codes.sell(code)
  await activate(the, [code])
  return code
}
const told = (members: Readonly<Record<string, unknown>>) =>
  storeCall(the.service, members, {
    path: 'license-code',
    timestamp: String(clock.now().getTime()),
  })
const queriesOf = (code: string) => callsOf(the, 'query', code)
const typesOfCode = async (licenseId: string | null) => {
  await whenPlaced(the.service)
  return typesOf(await feedOf(the.service), `license:${licenseId ?? ''}`)
}

test('two clients at once, and more on that day, are one heartbeat; the next day has its own', async () => {
  const code = await activeCode()
  const [one, other] = await Promise.all(
    // Nobody named: a report under way while the clock jumps would be signed at another time.
    [1, 2].map(() => check(the, code)),
  )
  expect([one?.usable, other?.usable]).toEqual([true, true])
  expect(new Set([one?.source, other?.source])).toEqual(new Set(['store', 'cache']))
  clock.moveBy(dayMs / 3)
  const later = { usable: true, source: 'cache', storeCode: null }
  expect(await check(the, code)).toMatchObject(later)
  expect(queriesOf(code)).toBe(1)
  clock.moveBy(dayMs / 2)
  expect(await check(the, code)).toMatchObject({ usable: true, source: 'store' })
  expect(queriesOf(code)).toBe(2)
})

test('two clients at once of a code that nobody has checked yet both hear what the store says', async () => {
  const code = newCode()
  the.store.codes.sell(code, { status: 'ALIVE', activatedAt: clock.now() })
  const answers = await Promise.all([check(the, code), check(the, code)])
  expect(answers.map(({ status }) => status)).toEqual(['alive', 'alive'])
  expect(queriesOf(code)).toBe(1)
})

test('who read what was known before another was answered does not ask once more', async () => {
  const code = await activeCode()
  await check(the, code)
  const { db, vault } = the.service.app.services
  const { licenseId } = codeAt({ site: 'china', address: 'main' }, code, vault)
  const claim = { now: clock.now(), leaseUntil: clock.now() }
  expect(await claimCode(db, licenseId, { ...claim, askedAt: null })).toBe(false)
  expect(await claimCode(db, licenseId, { ...claim, askedAt: clock.now() })).toBe(true)
})

test('an answer that the database refuses is not kept, and not tried again as if another had come first', async () => {
  const services = the.service.app.services
  const at = codeAt({ site: 'china', address: 'main' }, newCode(), services.vault)
  const kept = keepCodes([{ at, nextAskAt: new Date(NaN) }], clock.now(), services)
  await expect(kept).rejects.toThrow(/next_ask_at/)
})

test('a code that nobody uses is not asked for, however long that is', async () => {
  const code = await activeCode()
  clock.moveBy(30 * dayMs)
  const used = await activeCode()
  await check(the, used)
  expect(queriesOf(code)).toBe(0)
})

describe('while the store is away', () => {
  test('the check of two days ago answers, that of four days ago does not, and the next answer heals it', async () => {
    const code = await activeCode()
    const first = await check(the, code)
    clock.moveBy(2 * dayMs)
    the.store.codes.fail('query', 'refuse')
    expect(await check(the, code)).toEqual({
      ...first,
      source: 'cache',
      storeCode: 'unreachable',
    })
    clock.moveBy(2 * dayMs)
    the.store.codes.fail('query', 'refuse')
    expect(await check(the, code)).toMatchObject({
      ...{ status: 'alive', usable: false, asOf: first.asOf, storeCode: 'unreachable' },
    })
    clock.moveBy(60_000)
    expect(await check(the, code)).toMatchObject({ usable: true, source: 'store', storeCode: null })
  })

  test('its clients do not ask it one after the other', async () => {
    const code = await activeCode()
    await check(the, code)
    clock.moveBy(dayMs)
    the.store.codes.fail('query', 'hang', 'hang')
    const answers = await Promise.all([check(the, code), check(the, code)])
    answers.push(await check(the, code))
    expect(answers.map(({ usable }) => usable)).toEqual([true, true, true])
    expect(queriesOf(code)).toBe(2)
    the.store.codes.fail('query')
  })

  test('what it has against the call and not against the code locks nobody out', async () => {
    const code = await activeCode()
    const first = await check(the, code)
    clock.moveBy(dayMs)
    the.store.codes.fail('query', '95000001')
    const cached = { ...first, source: 'cache', storeCode: '95000001' }
    expect(await check(the, code)).toEqual(cached)
  })

  test('or says what nobody can read, the last check answers', async () => {
    const code = await activeCode()
    const first = await check(the, code)
    clock.moveBy(dayMs)
    Object.assign(the.store.codes.find(code) ?? {}, { status: 'ASLEEP' })
    const cached = { ...first, source: 'cache', storeCode: 'unreadable' }
    expect(await check(the, code)).toEqual(cached)
  })

  test('a renewal that it has told before counts, and so does a freeze', async () => {
    const code = await activeCode()
    Object.assign(the.store.codes.find(code) ?? {}, { status: 'EXPIRED' })
    expect(await check(the, code)).toMatchObject({ status: 'expired', usable: false })
    const renewal = { activity: 'refreshLicenseCode', scene: 'RENEWAL', license: code }
    clock.moveBy(1_000)
    await told({ ...renewal, ...newOrder(), expireTime: '20301231235959' })
    expect(await check(the, code)).toMatchObject({ status: 'alive', usable: true })
    clock.moveBy(1_000)
    await told({
      activity: 'updateLicenseCodeStatus',
      license: code,
      status: 'FREEZE',
    })
    expect(await check(the, code)).toMatchObject({ status: 'frozen', usable: false })
  })

  test('a code that was never checked may not be used', async () => {
    const code = newCode()
    the.store.codes.fail('query', '92020001')
    expect(await check(the, code)).toEqual({
      licenseId: null,
      status: 'unchecked',
      usable: false,
      expireTime: null,
      asOf: null,
      source: 'cache',
      storeCode: '92020001',
    })
  })
})

test('a code that lapses is told so, once, and is asked for again while its buyer renews', async () => {
  const code = await activeCode()
  const { licenseId } = await check(the, code)
  const sold = the.store.codes.find(code)
  Object.assign(sold ?? {}, { status: 'EXPIRED' })
  clock.moveBy(dayMs)
  for (const repeat of [1, 2]) {
    expect(await check(the, code), `${repeat}`).toMatchObject({ status: 'expired', usable: false })
  }
  expect(queriesOf(code)).toBe(2)
  Object.assign(sold ?? {}, { status: 'ALIVE', expireTime: new Date('2031-01-01T00:00:00Z') })
  clock.moveBy(61_000)
  expect(await check(the, code)).toMatchObject({
    usable: true,
    expireTime: '2031-01-01T00:00:00.000Z',
  })
  expect(await typesOfCode(licenseId)).toEqual([
    'license.code.activated',
    'license.changed',
    'license.code.lapsed',
    'license.renewed',
  ])
})

test('a code that was activated before Koogate is known from its first check on', async () => {
  const code = newCode()
  the.store.codes.sell(code, { status: 'ALIVE', activatedAt: new Date('2026-01-02T03:04:05Z') })
  const { licenseId, usable } = await check(the, code)
  expect(usable).toBe(true)
  expect(await typesOfCode(licenseId)).toEqual(['license.code.activated'])
})

test.each([
  ['unknown', undefined],
  ['not_activated', 'received'],
] as const)(
  'a code that is %s gets no license, and is asked for once a minute',
  async (status, sold) => {
    const code = newCode()
    if (sold !== undefined) the.store.codes.sell(code, { status: sold })
    for (const repeat of [1, 2, 3]) {
      const checked = await check(the, code)
      expect(checked, `${repeat}`).toMatchObject({ status, usable: false, licenseId: null })
    }
    expect(queriesOf(code)).toBe(1)
    clock.moveBy(60_000)
    await check(the, code)
    expect(queriesOf(code)).toBe(2)
  },
)

test.each([
  ['92020002', 'unknown'],
  ['92020004', 'not_activated'],
  ['92020005', 'unknown'],
  ['92020011', 'not_activated'],
  ['95000001', 'unknown'],
] as const)('a code of which the store says %s is %s', async (storeCode, status) => {
  the.store.codes.fail('query', storeCode)
  expect(await check(the, newCode())).toMatchObject({ status, usable: false, licenseId: null })
})

test('a token that may report usage checks codes, and activates none', async () => {
  const code = await activeCode()
  const { authorization } = await tokenWith(the.service, ['usage'])
  const send = (path: string, body: unknown) =>
    manage(the.service, `/license-codes/${path}`, { method: 'POST', body, authorization })
  expect((await send('check', { code })).status).toBe(200)
  expect((await send('activate', { codes: [code] })).status).toBe(403)
})

describe('who uses a code is reported', () => {
  const reportsOf = (code: string) =>
    the.store.codes.calls.filter((one) => one.call === 'report' && one.codes.includes(code))
  const usageOf = (code: string) => reportsOf(code).flatMap(({ body }) => body['usage_info'])
  const services = () => the.service.app.services
  const whenReported = (code: string, reports: number) =>
    until(
      () => Promise.resolve(reportsOf(code)),
      (list) => list.length >= reports,
    )
  const open = async () => {
    const rows = await the.service.db
      .selectFrom('license_code_clients')
      .select('client')
      .where((where) =>
        where.or([where('next_at', 'is not', null), where('client', 'is not', null)]),
      )
      .execute()
    return rows.length
  }
  const whenSettled = () => until(open, (count) => count === 0)

  test('by itself, each client once a day', async () => {
    const code = await activeCode()
    await check(the, code, { client: 'anna' })
    await whenReported(code, 1)
    await check(the, code, { client: 'anna' })
    await check(the, code, { client: 'bert' })
    await whenReported(code, 2)
    await whenSettled()
    expect(usageOf(code)).toEqual([
      { license: code, software_usage_Info: [{ id: 'anna' }] },
      { license: code, software_usage_Info: [{ id: 'bert' }] },
    ])
  })

  test('at most 100 clients of a code in a report, and numbers in reports of their own', async () => {
    const [many, counted] = [await activeCode(), await activeCode()]
    await check(the, many)
    const at = codeAt({ site: 'china', address: 'main' }, many, services().vault)
    for (let n = 0; n < 101; n++) await noteUse(at, { client: `client-${n}` }, services())
    await check(the, counted, { activeClients: 7 })
    await whenReported(counted, 1)
    await check(the, counted, { activeClients: 9 })
    await whenReported(counted, 2)
    await whenSettled()
    const clients = reportsOf(many).flatMap(({ body }) =>
      (body['usage_info'] as { software_usage_Info: unknown[] }[]).map(
        (one) => one.software_usage_Info,
      ),
    )
    expect(Math.max(...clients.map(({ length }) => length))).toBeLessThanOrEqual(100)
    expect(new Set(clients.flat().map((one) => JSON.stringify(one))).size).toBe(101)
    expect(clients.flat()).toHaveLength(101)
    expect(usageOf(counted)).toEqual([
      { license: counted, software_usage_Info: [{ active_num: 7 }] },
      { license: counted, software_usage_Info: [{ active_num: 9 }] },
    ])
    for (const { body } of the.store.codes.calls.filter(({ call }) => call === 'report')) {
      const text = JSON.stringify(body)
      expect(text.includes('"id"') && text.includes('active_num')).toBe(false)
    }
  })

  test('again where the store did not answer; and one that it does not take takes no other with it', async () => {
    const [well, bad] = [await activeCode(), await activeCode()]
    await Promise.all([check(the, well), check(the, bad)])
    delete the.store.codes.find(bad)?.activatedAt
    the.store.codes.fail('report', '92020001')
    await Promise.all([well, bad].map((code) => check(the, code, { client: 'carl' })))
    await until(
      () => Promise.resolve(the.store.codes.calls.map(({ answer }) => answer)),
      (answers) => answers.includes('92020001'),
    )
    // It is tried again after a minute, which begins when the answer was read.
    const later = () => {
      clock.moveBy(20_000)
      return open()
    }
    await until(later, (count) => count === 0)
    expect(reportsOf(well).map(({ answer }) => answer)).toContain('92020000')
    // It is told in a commit of its own.
    const { body } = await until(
      () => manage(the.service, '/alarms?key=license.usage&cleared=false'),
      ({ body: { items } }) => Array.isArray(items) && items.length > 0,
    )
    const { licenseId } = await check(the, bad)
    expect(body['items']).toMatchObject([{ subject: `license:${licenseId ?? ''}` }])
  })

  test('and one that cannot be read takes no other with it', async () => {
    const [well, damaged] = [await activeCode(), await activeCode()]
    await Promise.all([check(the, well), check(the, damaged)])
    const { db, vault } = services()
    const useOf = (code: string, client: Buffer) => ({
      ...codeAt({ site: 'china', address: 'main' }, code, vault),
      ...{ day: '2026-11-26', clientHash: 'emma', activeClients: null, client },
    })
    // Both at once, so that they are claimed together.
    await inTransaction(db, async (transaction) => {
      await noteCodeUse(transaction, useOf(damaged, Buffer.alloc(1)), clock.now())
      await noteCodeUse(transaction, useOf(well, vault.encrypt('emma')), clock.now())
    })
    await until(
      () => {
        clock.moveBy(20_000)
        return Promise.resolve(reportsOf(well).length)
      },
      (count) => count === 1,
    )
    await until(open, (count) => count === 1)
    await db.deleteFrom('license_code_clients').where('client_hash', '=', 'emma').execute()
  })

  test('although the gateway knows nothing of the interface for a while, and another site is away', async () => {
    const [code, elsewhere] = [await activeCode(), newCode()]
    await check(the, code)
    const { db, vault } = services()
    const at = codeAt({ site: 'international', address: 'main' }, elsewhere, vault)
    await keepCodes(
      [{ at, change: { status: 'alive' }, nextAskAt: clock.now() }],
      clock.now(),
      services(),
    )
    await noteUse(at, { client: 'dora' }, services())
    the.store.codes.fail('report', 'APIGW.0101')
    await check(the, code, { client: 'dora' })
    await until(
      () => {
        clock.moveBy(20_000)
        return Promise.resolve(reportsOf(code).map(({ answer }) => answer))
      },
      (answers) => answers.includes('92020000'),
    )
    expect(reportsOf(code).map(({ answer }) => answer)).toEqual(['APIGW.0101', '92020000'])
    const claim = { kind: 'clients', codes: 100, usesOfACode: 1 } as const
    const far = new Date(clock.now().getTime() + dayMs)
    const claimed = { ...claim, exceptSites: ['international'], now: far, leaseUntil: clock.now() }
    const due = await claimCodeUses(db, claimed)
    expect(due.filter(({ licenseId }) => licenseId === at.licenseId)).toEqual([])
    await db.deleteFrom('license_code_clients').where('license_id', '=', at.licenseId).execute()
  })

  test('and no number beside a client', async () => {
    const answer = await manage(the.service, '/license-codes/check', {
      method: 'POST',
      body: { code: 'PL1', client: 'anna', activeClients: 2 },
    })
    expect(answer.status).toBe(400)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobsWith } from '../harness/jobs.ts'
import { callC, licenseOf, licensesOf, putContent, rowsAsText } from '../harness/licenses.ts'
import { manage } from '../harness/management.ts'
import { databases } from '../harness/scale.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { newOrder, storeCall } from '../harness/store.ts'

describe.each(databases)('license codes on the %s database', (database) => {
  let service: TestService

  beforeAll(async () => {
    service = await startService({ database })
  })
  afterAll(() => service.stop())

  const code = async (members: Readonly<Record<string, unknown>>) =>
    (await callC(service, members)).body['resultCode']
  const refreshOf = (license: string, more: Readonly<Record<string, unknown>> = {}) => ({
    activity: 'refreshLicenseCode',
    scene: 'RENEWAL',
    license,
    expireTime: '20991231235959',
    ...newOrder(),
    ...more,
  })
  const setStatus = (license: string, status: string) =>
    code({ activity: 'updateLicenseCodeStatus', license, status })
  const release = (license: string) => code({ activity: 'releaseLicenseCode', license })
  const view = (license: string, more = '') => licenseOf(service, `code=${license}${more}`)

  test('a renewal of a code never seen takes it in, with its expiry in UTC', async () => {
    const license = newId('PL')
    const call = refreshOf(license, { productId: 'P-1' })
    const { body } = await callC(service, call)
    expect(body).toEqual({ resultCode: '000000', resultMsg: 'success.' })
    expect(await view(license)).toMatchObject({
      family: 'license-c',
      test: false,
      instanceId: null,
      orderId: call['orderId' as keyof typeof call],
      productId: 'P-1',
      status: 'active',
      expireTime: '2099-12-31T23:59:59.000Z',
      upload: { state: 'none', code: null },
    })
  })

  test.each([
    ['FREEZE', 'frozen'],
    ['UNFREEZE', 'active'],
  ])('%s of a code never seen takes it in as %s', async (status, shown) => {
    const license = newId('PL')
    expect(await setStatus(license, status)).toBe('000000')
    expect(await view(license)).toMatchObject({ status: shown, expireTime: null })
  })

  test('a release of a code never seen takes it in as released', async () => {
    const license = newId('PL')
    expect([await release(license), await release(license)]).toEqual(['000000', '000000'])
    expect(await view(license)).toMatchObject({ status: 'released' })
    expect(await code(refreshOf(license))).toBe('000003')
  })

  test('one order line is applied once in each scene, and a cancelled renewal moves the expiry back', async () => {
    const license = newId('PL')
    const call = refreshOf(license)
    await code(call)
    expect(await code({ ...call, expireTime: '20770101000000' })).toBe('000000')
    expect(await view(license)).toMatchObject({ expireTime: '2099-12-31T23:59:59.000Z' })
    const scene = 'UNSUBSCRIBE_RENEWAL_PERIOD'
    expect(await code({ ...call, scene, expireTime: '20880101000000123' })).toBe('000000')
    expect(await view(license)).toMatchObject({ expireTime: '2088-01-01T00:00:00.123Z' })
  })

  test.each(['refresh', 'freeze', 'release'])(
    '32 equal calls at once (%s) take a code in once',
    async (kind) => {
      const license = newId('PL')
      const calls = {
        refresh: refreshOf(license),
        freeze: { activity: 'updateLicenseCodeStatus', license, status: 'FREEZE' },
        release: { activity: 'releaseLicenseCode', license },
      }
      const call = calls[kind as keyof typeof calls]
      const codes = await Promise.all(Array.from({ length: 32 }, () => code(call)))
      expect(new Set(codes)).toEqual(new Set(['000000']))
      expect(await licensesOf(service, `code=${license}`)).toHaveLength(1)
    },
  )

  test('FREEZE, UNFREEZE, FREEZE ends frozen', async () => {
    const license = newId('PL')
    for (const status of ['FREEZE', 'FREEZE', 'UNFREEZE', 'UNFREEZE', 'FREEZE']) {
      expect(await setStatus(license, status)).toBe('000000')
    }
    expect(await view(license)).toMatchObject({ status: 'frozen' })
  })

  test('a renewal unfreezes what was frozen after its expiry, and not a violation', async () => {
    const [expired, violating] = [newId('PL'), newId('PL')]
    await code(refreshOf(expired, { expireTime: '20200101000000' }))
    await code(refreshOf(violating))
    for (const license of [expired, violating]) {
      await setStatus(license, 'FREEZE')
      await code(refreshOf(license))
    }
    expect(await view(expired)).toMatchObject({ status: 'active' })
    expect(await view(violating)).toMatchObject({ status: 'frozen' })
  })

  test('released is final: an applied order and a release succeed, any other change is 000003', async () => {
    const license = newId('PL')
    const applied = refreshOf(license)
    await code(applied)
    await release(license)
    expect([await code(applied), await release(license)]).toEqual(['000000', '000000'])
    expect([await code(refreshOf(license)), await setStatus(license, 'UNFREEZE')]).toEqual([
      '000003',
      '000003',
    ])
    expect(await view(license)).toMatchObject({ status: 'released' })
  })

  test('test calls succeed for codes that never were, are real or are released, and touch nothing real', async () => {
    const [real, released] = [newId('PL'), newId('PL')]
    await code(refreshOf(real))
    await release(released)
    const before = await view(real)
    for (const license of [newId('PL'), real, released]) {
      for (const members of [
        refreshOf(license),
        { activity: 'updateLicenseCodeStatus', license, status: 'FREEZE' },
        { activity: 'releaseLicenseCode', license },
        { activity: 'updateLicenseCodeStatus', license, status: 'UNFREEZE' },
        refreshOf(license),
      ]) {
        expect(await code({ ...members, testFlag: '1' }), members.activity).toBe('000000')
      }
    }
    expect(await view(real, '&test=false')).toEqual(before)
    expect(await view(real, '&test=true')).toMatchObject({ status: 'released' })
  })

  test('a renewal has its order fetched, a test call not', async () => {
    const [real, tested] = [refreshOf(newId('PL')), refreshOf(newId('PL'), { testFlag: '1' })]
    await code(real)
    await code(tested)
    const jobsOf = (call: Readonly<Record<string, unknown>>) =>
      jobsWith(service.db, 'fetch-order', String(call['orderId']))
    expect([await jobsOf(real), await jobsOf(tested)]).toEqual([1, 0])
  })

  test('a date that no calendar has is 000002 and takes nothing in', async () => {
    const license = newId('PL')
    const { body } = await callC(service, refreshOf(license, { expireTime: '20260230000000' }))
    expect(body['resultCode']).toBe('000002')
    expect(body['resultMsg']).toContain('expireTime')
    expect(await licensesOf(service, `code=${license}`)).toEqual([])
  })

  test('a bad signature, one with the basic key, and a replay are 000001', async () => {
    const call = refreshOf(newId('PL'))
    for (const key of ['another key', service.keys.basic]) {
      const { body } = await storeCall(service, call, { path: 'license-code', key })
      expect(body['resultCode']).toBe('000001')
    }
    const nonce = newId('nonce')
    const options = { path: 'license-code', nonce } as const
    expect((await storeCall(service, call, options)).body['resultCode']).toBe('000000')
    expect((await storeCall(service, call, options)).body['resultCode']).toBe('000001')
  })

  test('a code is nowhere in the clear: not in views, messages, claims or rows', async () => {
    const license = newId('PLAINCODE')
    await code(refreshOf(license))
    const shown = await view(license)
    expect(shown['code']).toBe(`PL***${license.slice(-2)}`)
    const { body } = await manage(service, `/messages?licenseId=${shown.licenseId}`)
    const [message] = body['items'] as { id: string }[]
    const detail = await manage(service, `/messages/${message?.id ?? ''}`)
    const claims = await service.db.selectFrom('claims').selectAll().execute()
    const rows = await service.db.selectFrom('licenses').selectAll().execute()
    const messages = await service.db.selectFrom('messages').selectAll().execute()
    const stored = rowsAsText([...claims, ...rows, ...messages])
    expect(JSON.stringify([shown, detail.body]) + stored).not.toContain(license)
  })

  test('a kept call that is run again changes the code by the same rules', async () => {
    const license = newId('PL')
    await setStatus(license, 'FREEZE')
    const { licenseId } = await view(license)
    await setStatus(license, 'UNFREEZE')
    const { body } = await manage(service, `/messages?licenseId=${licenseId}`)
    const frozen = (body['items'] as { id: string }[]).at(-1)?.id ?? ''
    const rerun = await manage(service, `/messages/${frozen}/rerun`, { method: 'POST' })
    expect(rerun.body).toMatchObject({ message: { licenseId }, answer: { resultCode: '000000' } })
    expect(await view(license)).toMatchObject({ status: 'frozen' })
  })

  test('a code has no content to put', async () => {
    const license = newId('PL')
    await setStatus(license, 'FREEZE')
    const { licenseId } = await view(license)
    expect((await putContent(service, licenseId, { text: 'mine' })).status).toBe(409)
  })
})

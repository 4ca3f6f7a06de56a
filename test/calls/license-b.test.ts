import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillLicense, type LicenseRequest, type IssuedLicense } from '../../src/ports/licensing.ts'
import { sendTo } from '../harness/contract-hook.ts'
import {
  callB,
  extendParams,
  getLicenseOf,
  licenseOf,
  licensesOf,
  putContent,
  without,
} from '../harness/licenses.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { databases } from '../harness/scale.ts'
import { type TestService, newId, shortLimits, startService } from '../harness/service.ts'
import { expectSigned, v1Query, v1Call } from '../harness/v1-call.ts'

describe.each(databases)('License 1.0 on the %s database', (database) => {
  let service: TestService
  let answerOf: (ask: LicenseRequest) => IssuedLicense | Promise<IssuedLicense>
  const text: typeof answerOf = (ask) => ({
    outcome: 'ready',
    content: { text: fillLicense('LIC {orderId} {identificationCode}', ask) },
  })

  beforeAll(async () => {
    service = await startService({
      database,
      limits: shortLimits,
      ports: { issueLicense: (ask) => answerOf(ask) },
    })
    answerOf = text
  })
  afterAll(() => service.stop())

  const code = async (members: Readonly<Record<string, string>>) =>
    (await callB(service, members)).body['resultCode']
  const buy = async (more: Readonly<Record<string, string>> = {}) => {
    const call = getLicenseOf(more)
    const { body } = await callB(service, call)
    return { call, orderId: call['orderId'] ?? '', instanceId: String(body['instanceId']), body }
  }
  const refreshOf = (instanceId: string, more: Readonly<Record<string, string>> = {}) => ({
    activity: 'refreshLicense',
    instanceId,
    orderId: newId('CS'),
    expireTime: '20991231235959',
    ...more,
  })
  const expire = (instanceId: string) => code({ activity: 'expireLicense', instanceId })
  const release = (instanceId: string) =>
    code({ activity: 'releaseLicense', instanceId, orderId: newId('CS') })
  const eventsOf = async (instanceId: string) => {
    const { history } = await instanceOf(service, instanceId)
    return (history as { type: string }[]).map(({ type }) => type).reverse()
  }

  test('getLicense answers with the license made from the identification code, and the first businessId', async () => {
    const { call, orderId, instanceId, body } = await buy({ expireTime: '20301231235959' })
    expect(body).toEqual({
      resultCode: '000000',
      resultMsg: 'success.',
      license: `LIC ${orderId} ID-20230420-001`,
      instanceId: call['businessId'],
    })
    expect(await instanceOf(service, instanceId)).toMatchObject({
      family: 'license-b',
      status: 'active',
      appInfo: null,
      orderId,
      productId: '00301-666666-0--0',
      expireTime: '2030-12-31T15:59:59.000Z',
    })
    expect(await licenseOf(service, `orderId=${orderId}`)).toMatchObject({
      family: 'license-b',
      instanceId,
      expireTime: '2030-12-31T15:59:59.000Z',
      status: 'active',
      upload: { state: 'none' },
    })
  })

  test('a repeat with another businessId gets the same license and instance, and makes no second event', async () => {
    const { call, instanceId, body } = await buy()
    answerOf = () => ({ outcome: 'ready', content: { text: 'another' } })
    const again = await callB(service, { ...call, businessId: newId('business') })
    answerOf = text
    expect(again.body).toEqual(body)
    expect(await eventsOf(instanceId)).toEqual(['instance.created', 'instance.activated'])
  })

  test('32 calls of one order at once make one license and one instance', async () => {
    const call = getLicenseOf()
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => callB(service, { ...call, businessId: newId('business') })),
    )
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1)
    expect(answers[0]?.body).toMatchObject({ resultCode: '000000' })
    const { body } = await manage(service, `/instances?orderId=${call['orderId'] ?? ''}`)
    expect(body['items']).toHaveLength(1)
    expect(await licensesOf(service, `orderId=${call['orderId'] ?? ''}`)).toHaveLength(1)
  })

  test('two orders with one businessId get two instance ids', async () => {
    const businessId = newId('business')
    const [first, second] = [await buy({ businessId }), await buy({ businessId })]
    expect(first.instanceId).toBe(businessId)
    expect(second.instanceId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test.each([
    ['no base64', 'not base64!'],
    ['no text', 'W10\0'],
    ['no JSON', Buffer.from('hello').toString('base64')],
    ['no names', extendParams([{ value: '1' }])],
  ])(
    'saasExtendParams that are %s refuse no order, and an operator is told',
    async (_case, odd) => {
      const { orderId, instanceId, body } = await buy({ saasExtendParams: odd })
      expect(body).toMatchObject({ resultCode: '000000', license: `LIC ${orderId} ` })
      const { attention } = await instanceOf(service, instanceId)
      expect(attention).toBe(`order ${orderId}: saasExtendParams could not be read`)
    },
  )

  test.each([
    ['10.0', 10, null],
    ['.5', null, 'amount could not be read'],
  ])('an amount of %s is kept as %s', async (amount, quantity, told) => {
    const { instanceId } = await buy({ amount, periodNumber: '1.0', chargingMode: '1.0' })
    const instance = await instanceOf(service, instanceId)
    expect(instance).toMatchObject({
      order: { quantity, periodNumber: 1, chargingMode: 'PERIOD' },
    })
    if (told === null) expect(instance['attention']).toBeNull()
    else expect(instance['attention']).toContain(told)
  })

  test.each([
    ['3', 'ONE_TIME'],
    ['2', null],
  ])('a chargingMode of %s is %s in the words of the order query', async (told, chargingMode) => {
    const { instanceId } = await buy({ chargingMode: told })
    expect(await instanceOf(service, instanceId)).toMatchObject({ order: { chargingMode } })
  })

  test('a renewal with a periodNumber of 1.0 is taken', async () => {
    const { instanceId } = await buy()
    expect(await code(refreshOf(instanceId, { periodNumber: '1.0' }))).toBe('000000')
  })

  test('a call without extension parameters gets a license too', async () => {
    const call = without(getLicenseOf(), 'saasExtendParams')
    const { body } = await callB(service, call)
    expect(body['license']).toBe(`LIC ${call['orderId'] ?? ''} `)
  })

  test('a renewal sets the expiry in Beijing time, once for each order', async () => {
    const { orderId, instanceId } = await buy()
    const call = refreshOf(instanceId, { productId: 'P-2' })
    expect([await code(call), await code({ ...call, expireTime: '20770101000000' })]).toEqual([
      '000000',
      '000000',
    ])
    const renewed = { expireTime: '2099-12-31T15:59:59.000Z', productId: 'P-2' }
    expect(await instanceOf(service, instanceId)).toMatchObject(renewed)
    expect(await licenseOf(service, `orderId=${orderId}`)).toMatchObject(renewed)
  })

  test('an expiry freezes instance and license, a renewal ahead unfreezes, the next expiry freezes again', async () => {
    const { orderId, instanceId } = await buy()
    const statuses = async () => [
      (await instanceOf(service, instanceId))['status'],
      (await licenseOf(service, `orderId=${orderId}`))['status'],
    ]
    expect([await expire(instanceId), await expire(instanceId)]).toEqual(['000000', '000000'])
    expect(await statuses()).toEqual(['frozen', 'frozen'])
    await code(refreshOf(instanceId, { expireTime: '20200101000000' }))
    expect(await statuses()).toEqual(['frozen', 'frozen'])
    await code(refreshOf(instanceId))
    expect(await statuses()).toEqual(['active', 'active'])
    await expire(instanceId)
    expect(await statuses()).toEqual(['frozen', 'frozen'])
    expect((await eventsOf(instanceId)).slice(2)).toEqual([
      'instance.frozen',
      'instance.refreshed',
      'instance.refreshed',
      'instance.unfrozen',
      'instance.frozen',
    ])
  })

  test('released is final: an applied order and the purchase succeed, any other change is 000003', async () => {
    const { call, orderId, instanceId, body } = await buy()
    const applied = refreshOf(instanceId)
    await code(applied)
    expect([await release(instanceId), await release(instanceId)]).toEqual(['000000', '000000'])
    expect(await code(applied)).toBe('000000')
    expect(await code(refreshOf(instanceId))).toBe('000003')
    expect(await expire(instanceId)).toBe('000003')
    expect((await callB(service, call)).body).toEqual(body)
    expect(await licenseOf(service, `orderId=${orderId}`)).toMatchObject({ status: 'released' })
    expect(await instanceOf(service, instanceId)).toMatchObject({ status: 'released' })
  })

  test('an unknown instance is 000003, also to its release', async () => {
    expect(await code(refreshOf('nobody'))).toBe('000003')
    expect(await expire('nobody')).toBe('000003')
    expect(await release('nobody')).toBe('000003')
  })

  test.each([
    ['000100', '000100'],
    ['000900', '000100'],
    ['000901', '000005'],
  ] as const)(
    'a refusal %s of the port is %s, and the next call tries again',
    async (given, told) => {
      answerOf = () => ({
        outcome: 'refused',
        failure: { code: given, reason: 'no license is left' },
      })
      const call = getLicenseOf({ amount: '3' })
      expect((await callB(service, call)).body).toEqual({
        resultCode: told,
        resultMsg: 'no license is left',
      })
      answerOf = () => ({ outcome: 'pending' })
      expect(await code(call)).toBe('000004')
      answerOf = text
      expect(await code({ ...call, amount: '4' })).toBe('000000')
      const { instanceId } = await licenseOf(service, `orderId=${call['orderId'] ?? ''}`)
      // The order stays as it was told first.
      expect(await instanceOf(service, String(instanceId))).toMatchObject({
        order: { quantity: 3 },
      })
      expect(await eventsOf(String(instanceId))).toEqual([
        'instance.created',
        'instance.failed',
        'instance.activated',
      ])
    },
  )

  test('what is pending is 000004 until an operator puts it, and the next call gets it', async () => {
    answerOf = () => ({ outcome: 'pending' })
    const call = getLicenseOf()
    const pending = async () => [
      await code(call),
      await licenseOf(service, `orderId=${call['orderId'] ?? ''}`),
    ]
    const once = await pending()
    expect(once[0]).toBe('000004')
    expect(await pending()).toEqual(once)
    const { licenseId, instanceId } = await licenseOf(service, `orderId=${call['orderId'] ?? ''}`)
    const file = await putContent(service, licenseId, { fileName: 'a.lic', base64: 'TElD' })
    expect(file.status).toBe(400)
    expect((await putContent(service, licenseId, { text: 'by hand' })).status).toBe(200)
    expect((await callB(service, call)).body).toMatchObject({ license: 'by hand', instanceId })
    expect(await instanceOf(service, String(instanceId))).toMatchObject({ status: 'active' })
    answerOf = text
  })

  test('what is released before it was issued is 000003 to the purchase from then on', async () => {
    answerOf = () => ({ outcome: 'pending' })
    const call = getLicenseOf()
    expect(await code(call)).toBe('000004')
    const { instanceId } = await licenseOf(service, `orderId=${call['orderId'] ?? ''}`)
    expect(await release(String(instanceId))).toBe('000000')
    answerOf = text
    expect((await callB(service, call)).body).toMatchObject({
      resultCode: '000003',
      resultMsg: 'the license was released before it was issued',
    })
  })

  test('what takes longer than the store waits is 000004, and a later call finds it, frozen meanwhile or not', async () => {
    const { promise, resolve } = Promise.withResolvers<IssuedLicense>()
    answerOf = () => promise
    const call = getLicenseOf()
    const frozen = getLicenseOf()
    expect([await code(call), await code(frozen)]).toEqual(['000004', '000004'])
    expect(await expire(frozen['businessId'] ?? '')).toBe('000000')
    resolve({ outcome: 'ready', content: { text: 'late' } })
    for (const [{ orderId = '' }, status] of [
      [call, 'active'],
      [frozen, 'frozen'],
    ] as const) {
      await expect
        .poll(async () => (await licenseOf(service, `orderId=${orderId}`))['status'], {
          timeout: 10_000,
        })
        .toBe(status)
    }
    answerOf = text
    for (const one of [call, frozen]) {
      expect((await callB(service, one)).body).toMatchObject({ license: 'late' })
    }
  })

  test('a port that makes a file or nothing at all for License 1.0 is 000005, with the reason', async () => {
    answerOf = () => ({
      outcome: 'ready',
      content: { fileName: 'a.lic', bytes: Buffer.from('LIC') },
    })
    const { body } = await callB(service, getLicenseOf())
    expect(body).toMatchObject({ resultCode: '000005' })
    answerOf = () => ({ outcome: 'ready', content: { text: '' } })
    expect(await code(getLicenseOf())).toBe('000005')
    answerOf = text
  })

  test('test calls succeed for ids that never were, are real or are released, and touch nothing real', async () => {
    const { call, orderId, instanceId } = await buy()
    const released = await buy()
    await release(released.instanceId)
    const before = await instanceOf(service, instanceId)
    for (const id of ['never-was', instanceId, released.instanceId]) {
      for (const members of [
        refreshOf(id),
        { activity: 'expireLicense', instanceId: id },
        { activity: 'releaseLicense', instanceId: id, orderId },
      ]) {
        expect(await code({ ...members, testFlag: '1' }), members.activity).toBe('000000')
      }
    }
    expect(await code({ ...call, testFlag: '1' })).toBe('000000')
    expect(await instanceOf(service, instanceId)).toEqual(before)
    expect(await licensesOf(service, `orderId=${orderId}`)).toHaveLength(2)
  })

  test('refusals are signed too: a forged token, a missing one, an invalid call', async () => {
    const call = getLicenseOf()
    const forged = await v1Call(service, call, {
      path: 'license',
      key: 'another key',
      answeredWith: service.keys.v1,
    })
    expect(forged.body['resultCode']).toBe('000001')
    const missing = await v1Call(service, call, { path: 'license', authToken: null })
    expect(missing.body['resultCode']).toBe('000001')
    const invalid = without(call, 'productId')
    expect(await code(invalid)).toBe('000002')
    const query = v1Query(call, service.keys.v1).replace('activity=getLicense', 'activity=other')
    const changed = await sendTo(service, `/main/license?${query}`)
    expectSigned(changed, service.keys.v1)
    expect(changed.body['resultCode']).toBe('000001')
    expect(await licensesOf(service, `orderId=${call['orderId'] ?? ''}`)).toEqual([])
  })

  test('a kept call that is run again gets the license, and neither view shows it or the code', async () => {
    const { orderId, body } = await buy()
    const { messages } = await licenseOf(service, `orderId=${orderId}`)
    const listed = await manage(service, String(messages).slice('/api/v1'.length))
    const [message] = listed.body['items'] as { id: string }[]
    const rerun = await manage(service, `/messages/${message?.id ?? ''}/rerun`, { method: 'POST' })
    expect(rerun.body).toMatchObject({ answer: { resultCode: '000000', license: '***' } })
    const detail = await manage(service, `/messages/${message?.id ?? ''}`)
    const shown = JSON.stringify([detail.body, rerun.body])
    expect(shown).not.toContain(String(body['license']))
    expect(shown).not.toContain('ID-20230420-001')
    expect(shown).not.toContain(extendParams([{ name: 'identificationCode' }]).slice(4, 24))
  })
})

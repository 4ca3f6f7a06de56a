import { afterEach, describe, expect, test } from 'vitest'
import { decryptV1Field } from '../../src/crypto/v1-cipher.ts'
import type { Provisioned } from '../../src/domain/instance/life-cycle.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { type Parameters, appInfoIn, firstInfoIn, v1Buy, v1Purchase } from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'

let service: TestService

afterEach(() => service.stop())

const answerTo = async (parameters: Parameters) => (await v1Call(service, parameters)).body
const query = (instanceId: string) => answerTo({ activity: 'queryInstance', instanceId })
const putAppInfo = (id: string, body: Record<string, unknown>) =>
  manage(service, `/instances/${id}/app-info`, { method: 'PUT', body })

const frontEndUrl = 'https://app.example.com/'
const opened = (value = '') => decryptV1Field({ key: keys.v1, encryptType: '1', value })

describe('by hand', () => {
  test('a purchase is 000004, also on repeats, until the operator has filled it in', async () => {
    service = await startService({ settings: { KOOGATE_PROVISIONING: 'manual' } })
    const call = v1Purchase()
    const bought = await answerTo(call)
    expect(bought).toEqual({
      resultCode: '000004',
      resultMsg: 'provisioning, please call again',
      instanceId: call['businessId'],
    })
    const id = String(call['businessId'])
    const before = await instanceOf(service, id)
    expect(await answerTo({ ...call, businessId: newId() })).toEqual(bought)
    expect(await instanceOf(service, id)).toEqual(before)
    expect(await query(id)).toMatchObject({ resultCode: '000004', info: [] })

    expect(
      (await putAppInfo(id, { frontEndUrl, userName: 'admin', password: 'first' })).status,
    ).toBe(200)
    const retried = await v1Call(service, { ...call, businessId: newId() })
    expect(retried.body).toMatchObject({ resultCode: '000000', instanceId: id, encryptType: '1' })
    const { userName, password, ...rest } = appInfoIn(retried)
    expect(rest).toEqual({ frontEndUrl })
    expect([opened(userName), opened(password)]).toEqual(['admin', 'first'])
  })

  test('an acceptance is taken in while the operator has not filled it in', async () => {
    service = await startService({ settings: { KOOGATE_PROVISIONING: 'manual' } })
    const call = v1Purchase()
    await answerTo(call)
    const accepted = { ...call, acceptanceTime: '20290301080000' }
    expect(await answerTo(accepted)).toMatchObject({ resultCode: '000004' })
    expect(await instanceOf(service, String(call['businessId']))).toMatchObject({
      status: 'provisioning',
      acceptanceTime: '2029-03-01T00:00:00.000Z',
    })
  })

  test('released before it was filled in, a repeat is 000003: there is no address to answer', async () => {
    service = await startService({ settings: { KOOGATE_PROVISIONING: 'manual' } })
    const call = v1Purchase()
    const { instanceId } = await answerTo(call)
    await answerTo({ activity: 'releaseInstance', instanceId: String(instanceId), orderId: 'CS-1' })
    expect(await answerTo(call)).toMatchObject({ resultCode: '000003' })
    expect((await putAppInfo(String(instanceId), { frontEndUrl })).status).toBe(409)
  })

  test('a test purchase is provisioned at once', async () => {
    service = await startService({ settings: { KOOGATE_PROVISIONING: 'manual' } })
    const answer = await v1Call(service, v1Purchase({ testFlag: '1' }))
    expect(answer.body).toMatchObject({ resultCode: '000000' })
    expect(appInfoIn(answer)['frontEndUrl']).toContain('/welcome/')
  })
})

describe('by the port', () => {
  const startWith = async (results: Provisioned[]) => {
    service = await startService({
      ports: { provision: () => results.shift() ?? { outcome: 'pending' } },
    })
  }

  test('a refusal is answered with its code, and a repeat tries again', async () => {
    const failure = { code: '000102', reason: 'the e-mail address is taken' } as const
    await startWith([
      { outcome: 'refused', failure },
      { outcome: 'ready', appInfo: { frontEndUrl } },
    ])
    const call = v1Purchase()
    expect(await answerTo(call)).toEqual({ resultCode: failure.code, resultMsg: failure.reason })
    const id = String(call['businessId'])
    expect(await instanceOf(service, id)).toMatchObject({ status: 'failed', failure })
    expect(await query(id)).toMatchObject({ resultCode: '000005' })
    const accepted = { ...call, businessId: newId(), acceptanceTime: '20290301080000' }
    expect(await answerTo(accepted)).toMatchObject({ resultCode: '000000', instanceId: id })
    const { status, history } = await instanceOf(service, id)
    expect(status).toBe('active')
    expect((history as { type: string }[]).map(({ type }) => type)).toEqual([
      'instance.activated',
      'instance.accepted',
      'instance.failed',
      'instance.created',
    ])
  })

  test('what it is still at is taken over by V2 as it is, and told once', async () => {
    await startWith([])
    const order = newOrder()
    const { instanceId } = await answerTo(v1Purchase({ orderId: order.orderId }))
    const { body } = await storeCall(service, purchaseOf(order))
    expect(body).toMatchObject({ resultCode: '000004', instanceId })
    const { history, ...taken } = await instanceOf(service, String(instanceId))
    expect(taken).toMatchObject({ status: 'provisioning', family: 'saas-v2' })
    expect(history).toMatchObject([{ type: 'instance.created' }])
  })

  // 79 bytes in UTF-8 are 124 characters of cipher text, 80 are 144.
  test.each([
    ['userName', 'a'.repeat(80)],
    ['password', '密'.repeat(27)],
  ])(
    'a %s that is too long once encrypted is 000104 before anything is promised',
    async (field, text) => {
      await startWith([
        { outcome: 'ready', appInfo: { frontEndUrl, [field]: text } },
        { outcome: 'ready', appInfo: { frontEndUrl, [field]: 'a'.repeat(79) } },
      ])
      const call = v1Purchase()
      const refused = await answerTo(call)
      expect(refused).toMatchObject({ resultCode: '000104' })
      expect(refused['resultMsg']).toContain(field)
      expect(await instanceOf(service, String(call['businessId']))).toMatchObject({
        status: 'failed',
      })
      const retried = await v1Call(service, call)
      expect(retried.body).toMatchObject({ resultCode: '000000' })
      expect(opened(appInfoIn(retried)[field])).toBe('a'.repeat(79))
    },
  )
})

test('by template, an account that is too long once encrypted is 000104; the dial test hears no query fail', async () => {
  service = await startService({ settings: { KOOGATE_USER_NAME: 'a'.repeat(100) } })
  expect(await answerTo(v1Purchase())).toMatchObject({ resultCode: '000104' })
  const asked = await v1Call(service, {
    activity: 'queryInstance',
    instanceId: 'never-was',
    testFlag: '1',
  })
  expect(asked.body).toMatchObject({ resultCode: '000000' })
  expect(Object.keys(firstInfoIn(asked))).toEqual(['frontEndUrl'])
})

describe('PUT app-info', () => {
  test.each(['userName', 'password'])(
    'refuses a %s that V1 could not answer, and changes nothing',
    async (field) => {
      service = await startService()
      const id = await v1Buy(service)
      const before = await instanceOf(service, id)
      const refused = await putAppInfo(id, { frontEndUrl, [field]: '密'.repeat(27) })
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ field }] } })
      expect(await instanceOf(service, id)).toEqual(before)
      expect((await putAppInfo(id, { frontEndUrl, [field]: 'a'.repeat(79) })).status).toBe(200)
    },
  )

  test('of a V2 instance takes the same, because V2 encrypts nothing', async () => {
    service = await startService()
    const id = await buy(service)
    expect((await putAppInfo(id, { frontEndUrl, userName: 'a'.repeat(128) })).status).toBe(200)
  })
})

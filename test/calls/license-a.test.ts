import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyOrder } from '../../src/db/order/orders.ts'
import { findLicense } from '../../src/db/license/licenses.ts'
import { commitIn } from '../../src/db/commit.ts'
import type { LicenseRequest, IssuedLicense } from '../../src/ports/licensing.ts'
import { jobsWith } from '../harness/jobs.ts'
import {
  applicationFor,
  buyA,
  callA,
  callB,
  getLicenseOf,
  licenseOf,
  licensesOf,
  putContent,
  rowsAsText,
  without,
} from '../harness/licenses.ts'
import { type Deferred, createDeferred } from '../harness/deferred.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { databases } from '../harness/scale.ts'
import { type TestService, newId, shortLimits, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'

describe.each(databases)('online licenses on the %s database', (database) => {
  let service: TestService
  let answerOf: (ask: LicenseRequest) => IssuedLicense
  const asked: LicenseRequest[] = []
  const text: typeof answerOf = ({ eventId }) => ({
    outcome: 'ready',
    content: { text: `license of ${eventId}` },
  })

  beforeAll(async () => {
    service = await startService({
      database,
      ports: {
        issueLicense: (ask) => {
          asked.push(ask)
          return answerOf(ask)
        },
      },
    })
    answerOf = text
  })
  afterAll(() => service.stop())

  const code = async (members: Readonly<Record<string, unknown>>) =>
    (await callA(service, members)).body['resultCode']
  const contentOf = async (query: string) => {
    const { licenseId } = await licenseOf(service, query)
    return (await findLicense(service.db, service.app.services.vault, licenseId))?.content
  }
  const uploadJobs = (licenseId: string) => jobsWith(service.db, 'upload-license', licenseId)

  test('a purchase makes an instance of the family license-a, apart from SaaS', async () => {
    const order = newOrder()
    const saas = await storeCall(service, purchaseOf(order))
    const id = await buyA(service, order)
    expect(id).not.toBe(saas.body['instanceId'])
    expect(await buyA(service, order)).toBe(id)
    expect(await instanceOf(service, id)).toMatchObject({ family: 'license-a', status: 'active' })
    expect(await code({ activity: 'queryInstance', instanceId: id })).toBe('000000')
    const wrongPath = await storeCall(service, { activity: 'queryInstance', instanceId: id })
    expect(wrongPath.body['resultCode']).toBe('000003')
  })

  test('the six interfaces of SaaS V2 change an online license by the same rules', async () => {
    const instanceId = await buyA(service)
    const refresh = {
      activity: 'refreshInstance',
      instanceId,
      scene: 'RENEWAL',
      expireTime: '20991231235959',
      ...newOrder(),
    }
    expect([await code(refresh), await code(refresh)]).toEqual(['000000', '000000'])
    const freeze = { activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' }
    expect(await code(freeze)).toBe('000000')
    expect(await instanceOf(service, instanceId)).toMatchObject({
      status: 'frozen',
      expireTime: '2099-12-31T23:59:59.000Z',
    })
    expect(await code({ activity: 'upgradeInstance', instanceId, ...newOrder() })).toBe('000000')
    expect(await code({ activity: 'releaseInstance', instanceId })).toBe('000000')
    expect(await code(refresh)).toBe('000000')
    expect(await code({ ...refresh, ...newOrder() })).toBe('000003')
    expect(await code(freeze)).toBe('000003')
  })

  test('an application makes one license, which is not in the answer, and one upload', async () => {
    const order = newOrder()
    const instanceId = await buyA(service, order)
    const call = applicationFor(instanceId)
    const first = await callA(service, call)
    expect(first.body).toEqual({ resultCode: '000000', resultMsg: 'success.' })
    expect(await code(call)).toBe('000000')
    const license = await licenseOf(service, `eventId=${call['eventId'] ?? ''}`)
    expect(license).toMatchObject({
      family: 'license-a',
      test: false,
      instanceId,
      orderId: order.orderId,
      status: 'active',
      code: null,
      effectiveTime: '2026-10-27T10:30:15.000Z',
      expireTime: '2027-10-27T10:30:15.000Z',
      upload: { state: 'waiting', code: null },
    })
    expect(asked.filter(({ eventId }) => eventId === call['eventId'])).toEqual([
      expect.objectContaining({
        instanceId,
        orderId: order.orderId,
        deviceFingerprint: call['deviceFingerprint'],
        frozen: false,
      }),
    ])
    expect(await uploadJobs(license.licenseId)).toBe(1)
    const { body } = await manage(service, String(license['messages']).slice('/api/v1'.length))
    expect(body['items']).toHaveLength(2)
  })

  test('32 equal applications at once make one license and one upload', async () => {
    const instanceId = await buyA(service)
    const call = applicationFor(instanceId)
    const codes = await Promise.all(Array.from({ length: 32 }, () => code(call)))
    expect(new Set(codes)).toEqual(new Set(['000000']))
    const { licenseId } = await licenseOf(service, `instanceId=${instanceId}`)
    expect(await uploadJobs(licenseId)).toBe(1)
  })

  test('another device and another event are other licenses', async () => {
    const instanceId = await buyA(service)
    const call = applicationFor(instanceId)
    await code(call)
    await code({ ...call, deviceFingerprint: 'OTHER' })
    await code({ ...call, eventId: newId('event') })
    expect(await licensesOf(service, `instanceId=${instanceId}`)).toHaveLength(3)
  })

  test('a fingerprint of 5120 characters is taken, a longer one is 000002', async () => {
    const instanceId = await buyA(service)
    const call = applicationFor(instanceId, { deviceFingerprint: 'F'.repeat(5120) })
    expect(await code(call)).toBe('000000')
    expect(await code({ ...call, deviceFingerprint: 'F'.repeat(5121) })).toBe('000002')
  })

  test.each(['2026-10-27 10:30:15', '2026-10-27 10:30:15 Z', '2026-10-27 10:30:15UTC'])(
    'the time %s is read as UTC',
    async (effectiveTime) => {
      const call = applicationFor(await buyA(service), { effectiveTime })
      expect(await code(call)).toBe('000000')
      expect(await licenseOf(service, `eventId=${call['eventId'] ?? ''}`)).toMatchObject({
        effectiveTime: '2026-10-27T10:30:15.000Z',
      })
    },
  )

  test.each(['effectiveTime', 'expireTime'])(
    'a %s that no calendar has is 000002',
    async (field) => {
      const call = applicationFor(await buyA(service), { [field]: '2026-02-30 10:30:15 z' })
      const { body } = await callA(service, call)
      expect(body).toMatchObject({ resultCode: '000002' })
      expect(body['resultMsg']).toContain(field)
    },
  )

  test('an unknown instance, one of another family and a test instance are 000003', async () => {
    const saas = String((await storeCall(service, purchaseOf())).body['instanceId'])
    const testInstance = await buyA(service, newOrder(), { testFlag: '1' })
    for (const instanceId of ['nobody', saas, testInstance]) {
      expect(await code(applicationFor(instanceId)), instanceId).toBe('000003')
    }
  })

  test('a released instance gets no new license; an application that was applied still succeeds', async () => {
    const instanceId = await buyA(service)
    const applied = applicationFor(instanceId)
    await code(applied)
    answerOf = () => ({ outcome: 'pending' })
    const pending = applicationFor(instanceId)
    expect(await code(pending)).toBe('000004')
    answerOf = text
    await code({ activity: 'releaseInstance', instanceId })
    expect(await code(applied)).toBe('000000')
    expect(await code(pending)).toBe('000000')
    expect(await code(applicationFor(instanceId))).toBe('000003')
    expect(await licensesOf(service, `instanceId=${instanceId}`)).toHaveLength(2)
    const { licenseId } = await licenseOf(service, `eventId=${pending['eventId'] ?? ''}`)
    expect((await putContent(service, licenseId, { text: 'too late' })).status).toBe(409)
  })

  test('a frozen instance gets no license, neither asked of the port nor by hand, until that ends', async () => {
    const instanceId = await buyA(service)
    const set = (status: string) => code({ activity: 'updateInstanceStatus', instanceId, status })
    answerOf = () => ({ outcome: 'pending' })
    const pending = applicationFor(instanceId)
    expect(await code(pending)).toBe('000004')
    answerOf = text
    await set('FREEZE')
    const before = asked.length
    const call = applicationFor(instanceId)
    for (const one of [call, pending]) {
      expect((await callA(service, one)).body).toEqual({
        resultCode: '000901',
        resultMsg: 'the instance is frozen',
      })
    }
    expect(asked).toHaveLength(before)
    expect(await licensesOf(service, `eventId=${call['eventId'] ?? ''}`)).toEqual([])
    const { licenseId } = await licenseOf(service, `eventId=${pending['eventId'] ?? ''}`)
    expect((await putContent(service, licenseId, { text: 'by hand' })).status).toBe(409)
    expect(await code({ ...call, testFlag: '1' })).toBe('000000')
    await set('UNFREEZE')
    expect([await code(call), await code(pending)]).toEqual(['000000', '000000'])
    await set('FREEZE')
    expect(await code(call)).toBe('000000')
  })

  test.each(['.', '..'])(
    'an application whose eventId is %s is refused: no path can hold it',
    async (eventId) => {
      const call = applicationFor(await buyA(service), { eventId })
      expect((await callA(service, call)).body).toEqual({
        resultCode: '000002',
        resultMsg: 'eventId is not an id',
      })
    },
  )

  test('an application without expiry is 000902 once its order is known to be sold by the period', async () => {
    const [byPeriod, once] = [newOrder(), newOrder()]
    for (const [order, mode] of [
      [byPeriod, 'PERIOD'],
      [once, 'ONE_TIME'],
    ] as const) {
      const row = {
        ...emptyOrder({ site: 'china', address: 'main', test: false, ...order }, new Date()),
        state: 'fetched' as const,
      }
      await commitIn(service.db, { order: { ...row, charging_mode: mode } })
    }
    const applied = async (order: ReturnType<typeof newOrder>) => {
      const call = applicationFor(await buyA(service, order))
      return code(without(call, 'expireTime'))
    }
    expect(await applied(byPeriod)).toBe('000902')
    // By the order that bought it, whatever renewed it since.
    const instanceId = await buyA(service, byPeriod)
    const renewal = { activity: 'refreshInstance', scene: 'RENEWAL', instanceId, ...newOrder() }
    expect(await code({ ...renewal, expireTime: '20991231235959' })).toBe('000000')
    expect(await applied(byPeriod)).toBe('000902')
    // Or by the one that renewed it last.
    const renewed = newOrder()
    const later = { ...renewal, ...byPeriod, instanceId: await buyA(service, renewed) }
    expect(await code({ ...later, expireTime: '20991231235959' })).toBe('000000')
    expect(await applied(renewed)).toBe('000902')
    expect(await applied(once)).toBe('000000')
    expect(await applied(newOrder())).toBe('000000')
  })

  test.each(['000900', '000901', '000100'] as const)(
    'the port refuses with %s, and the next call tries again',
    async (refusal) => {
      const instanceId = await buyA(service)
      const call = applicationFor(instanceId)
      answerOf = () => ({ outcome: 'refused', failure: { code: refusal, reason: 'no more' } })
      expect((await callA(service, call)).body).toEqual({
        resultCode: refusal,
        resultMsg: 'no more',
      })
      expect(await licenseOf(service, `instanceId=${instanceId}`)).toMatchObject({
        status: 'failed',
        failure: { code: refusal, reason: 'no more' },
      })
      answerOf = text
      expect(await code(call)).toBe('000000')
      expect(await licenseOf(service, `instanceId=${instanceId}`)).toMatchObject({
        status: 'active',
        failure: null,
      })
    },
  )

  test('what is pending is 000004 until it is made, and the result that is kept first counts', async () => {
    const call = applicationFor(await buyA(service))
    answerOf = () => ({ outcome: 'pending' })
    const pending = async () => [await code(call), await licenseOf(service, about)]
    const about = `eventId=${call['eventId'] ?? ''}`
    const once = await pending()
    expect(once[0]).toBe('000004')
    expect(await pending()).toEqual(once)
    answerOf = text
    expect(await code(call)).toBe('000000')
    answerOf = () => ({ outcome: 'ready', content: { text: 'another' } })
    expect(await code(call)).toBe('000000')
    expect(await contentOf(about)).toEqual({ text: `license of ${call['eventId'] ?? ''}` })
  })

  test('test calls succeed for ids that never were, are real or are released, and touch nothing real', async () => {
    const real = await buyA(service)
    const released = await buyA(service)
    await code({ activity: 'releaseInstance', instanceId: released })
    for (const instanceId of ['never-was', real, released]) {
      const call = applicationFor(instanceId, { testFlag: '1' })
      const bare = without(call, 'deviceFingerprint', 'expireTime')
      expect(await code(bare), instanceId).toBe('000000')
      const { licenseId } = await licenseOf(service, `eventId=${call['eventId'] ?? ''}`)
      expect(await uploadJobs(licenseId)).toBe(0)
    }
    expect(await licensesOf(service, `instanceId=${real}&test=false`)).toEqual([])
    expect(await licensesOf(service, `instanceId=${real}&test=true`)).toMatchObject([
      { upload: { state: 'none' } },
    ])
  })

  test('an application as test and as real is two licenses', async () => {
    const call = applicationFor(await buyA(service))
    await code({ ...call, testFlag: '1' })
    await code(call)
    expect(await licensesOf(service, `eventId=${call['eventId'] ?? ''}`)).toHaveLength(2)
  })

  test('a kept application that is run again finds its license', async () => {
    const call = applicationFor(await buyA(service))
    await code(call)
    const license = await licenseOf(service, `eventId=${call['eventId'] ?? ''}`)
    const { body } = await manage(service, `/messages?licenseId=${license.licenseId}`)
    const [message] = body['items'] as { id: string }[]
    const rerun = await manage(service, `/messages/${message?.id ?? ''}/rerun`, { method: 'POST' })
    expect(rerun.body).toMatchObject({
      answer: { resultCode: '000000' },
      message: { licenseId: license.licenseId, family: 'license-a' },
    })
    expect(await licenseOf(service, `eventId=${call['eventId'] ?? ''}`)).toEqual(license)
  })

  test('a bad signature, a replay and a stale call are refused and make nothing', async () => {
    const call = applicationFor(await buyA(service))
    const send = (options: object) =>
      storeCall(service, call, { path: 'license', ...options }).then(
        ({ body }) => body['resultCode'],
      )
    expect(await send({ key: 'another key' })).toBe('000001')
    expect(await send({ key: service.keys.license })).toBe('000001')
    expect(await send({ timestamp: String(Date.now() - 61_000) })).toBe('000002')
    expect(await licensesOf(service, `eventId=${call['eventId'] ?? ''}`)).toEqual([])
    const nonce = newId('nonce')
    expect(await send({ nonce })).toBe('000000')
    expect(await send({ nonce })).toBe('000001')
  })

  test('a kept message shows neither the device nor the license, and neither is at rest in the clear', async () => {
    const call = applicationFor(await buyA(service))
    await code(call)
    const license = await licenseOf(service, `eventId=${call['eventId'] ?? ''}`)
    const { body } = await manage(service, `/messages?licenseId=${license.licenseId}`)
    const [message] = body['items'] as { id: string }[]
    const detail = await manage(service, `/messages/${message?.id ?? ''}`)
    expect(JSON.stringify(detail.body)).not.toContain('BFEBFBFF00090672')
    expect(JSON.stringify([detail.body, license])).not.toContain('license of')
    const stored = rowsAsText(await service.db.selectFrom('licenses').selectAll().execute())
    expect(stored).not.toContain('BFEBFBFF00090672')
    expect(stored).not.toContain('license of')
  })
})

test('a license bound to a device by its template is 000903 without a fingerprint, but not in a test', async () => {
  const service = await startService({
    settings: { KOOGATE_LICENSE_TEMPLATE: 'LIC {deviceFingerprint} {expireTime}' },
  })
  const call = without(applicationFor(await buyA(service)), 'deviceFingerprint')
  const { body } = await callA(service, call)
  expect(body).toMatchObject({ resultCode: '000903' })
  expect((await callA(service, { ...call, testFlag: '1' })).body['resultCode']).toBe('000000')
  const bound = await callA(service, { ...call, deviceFingerprint: 'A|B||C' })
  expect(bound.body['resultCode']).toBe('000000')
  const { licenseId } = await licenseOf(service, 'test=false')
  const license = await findLicense(service.db, service.app.services.vault, licenseId)
  expect(license?.content).toEqual({ text: 'LIC A|B||C 2027-10-27T10:30:15Z' })
  await service.stop()
})

test('without a template of the seller real licenses of A wait for a hand, their instance for another, and test licenses do not', async () => {
  const settings = { KOOGATE_LICENSE_TEMPLATE: '', KOOGATE_PROVISIONING: 'manual' }
  const service = await startService({ settings })
  const instanceId = await buyA(service)
  const call = applicationFor(instanceId)
  const code = async (members: Readonly<Record<string, unknown>>) =>
    (await callA(service, members)).body['resultCode']
  expect([await code(call), await code(call)]).toEqual(['000004', '000004'])
  expect(await code({ ...applicationFor(newId('instance')), testFlag: '1' })).toBe('000000')
  const { licenseId } = await licenseOf(service, 'test=false&status=provisioning')
  await putContent(service, licenseId, { text: 'made by hand' })
  expect(await code(call)).toBe('000000')
  const license = await findLicense(service.db, service.app.services.vault, licenseId)
  expect(license?.content).toEqual({ text: 'made by hand' })
  expect(await instanceOf(service, instanceId)).toMatchObject({ status: 'provisioning' })
  await service.stop()
})

test('License 1.0 has no asynchronous answer: a plain text stands in for a template, and an operator is told of a real one', async () => {
  const service = await startService({ settings: { KOOGATE_LICENSE_TEMPLATE: '' } })
  const call = getLicenseOf()
  const { body } = await callB(service, call)
  expect(body).toMatchObject({ resultCode: '000000' })
  expect(body['license']).toContain('ID-20230420-001')
  const attentionOf = async ({ instanceId }: Readonly<Record<string, unknown>>) =>
    (await instanceOf(service, String(instanceId)))['attention']
  expect(await attentionOf(body)).toBe(
    `order ${String(call['orderId'])}: its license is a plain text, since no template is set`,
  )
  const tested = await callB(service, getLicenseOf({ testFlag: '1' }))
  expect(tested.body).toMatchObject({ resultCode: '000000' })
  expect(await attentionOf(tested.body)).toBeNull()
  await service.stop()
})

describe('a licensing port that is slower than the store', () => {
  const deferreds = new Map<string, Deferred<IssuedLicense>>()
  let service: TestService

  // A product that answers when the test says so.
  beforeAll(async () => {
    service = await startService({
      limits: shortLimits,
      ports: {
        issueLicense: ({ eventId }) => {
          const deferred = createDeferred<IssuedLicense>()
          deferreds.set(String(eventId), deferred)
          return deferred.passed
        },
      },
    })
  })
  afterAll(() => service.stop())

  /** An application that was answered before the port was. */
  async function applied() {
    const instanceId = await buyA(service)
    const call = applicationFor(instanceId)
    const eventId = String(call['eventId'])
    const { body } = await callA(service, call)
    const license = () => licenseOf(service, `eventId=${eventId}`)
    const open = () => deferreds.get(eventId)?.open({ outcome: 'ready', content: { text: 'late' } })
    return { instanceId, body, license, open }
  }

  test('is answered 000004 and its late license kept, but dropped when the instance was released meanwhile', async () => {
    const [released, other] = await Promise.all([applied(), applied()])
    expect(other.body).toMatchObject({ resultCode: '000004' })
    expect(await other.license()).toMatchObject({ status: 'provisioning' })
    await callA(service, { activity: 'releaseInstance', instanceId: released.instanceId })
    for (const { open } of [released, other]) open()
    await expect.poll(async () => (await other.license()).status).toBe('active')
    const { licenseId, status } = await released.license()
    expect(status).toBe('provisioning')
    expect((await findLicense(service.db, service.app.services.vault, licenseId))?.content).toBe(
      null,
    )
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instanceOf, manage } from '../harness/management.ts'
import { databases } from '../harness/scale.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { type Parameters, v1Buy, v1Purchase, v1Refresh, v1Upgrade } from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

describe.each(databases)('SaaS V1 on the %s database', (database) => {
  let service: TestService

  beforeAll(async () => {
    service = await startService({ database })
  })
  afterAll(() => service.stop())

  const answerTo = async (parameters: Parameters) => (await v1Call(service, parameters)).body
  const code = async (parameters: Parameters) => (await answerTo(parameters))['resultCode']
  const shown = (instanceId: string) => instanceOf(service, instanceId)
  const eventsOf = async (instanceId: string) => {
    const { history } = await shown(instanceId)
    return (history as { type: string }[])
      .map(({ type }) => type.replace('instance.', ''))
      .reverse()
  }
  const expire = (instanceId: string) =>
    code({ activity: 'expireInstance', instanceId, orderId: 'CS-purchase' })
  const release = (instanceId: string) =>
    code({ activity: 'releaseInstance', instanceId, orderId: 'CS-purchase' })
  const setStatus = (instanceId: string, instanceStatus: string) =>
    code({ activity: 'instanceStatus', instanceId, instanceStatus })
  const query = (instanceId: string) => answerTo({ activity: 'queryInstance', instanceId })
  const rowOf = (instanceId: string) =>
    service.db
      .selectFrom('sold_instances')
      .selectAll()
      .where('instance_id', '=', instanceId)
      .executeTakeFirstOrThrow()

  describe('newInstance', () => {
    test('answers the first businessId and the address of the buyer', async () => {
      const call = v1Purchase()
      expect(await answerTo(call)).toEqual({
        resultCode: '000000',
        resultMsg: 'success.',
        encryptType: '1',
        instanceId: call['businessId'],
        appInfo: { frontEndUrl: expect.stringContaining(String(call['businessId'])) as string },
      })
      expect(await shown(String(call['businessId']))).toMatchObject({
        status: 'active',
        family: 'saas-v1',
        test: false,
        trial: false,
        orderId: call['orderId'],
        orderLineId: null,
        productId: '00301-666666-0--0',
        acceptanceTime: null,
      })
    })

    test('reads times as those of Beijing', async () => {
      const id = await v1Buy(service, { expireTime: '20300102073000' })
      expect(await shown(id)).toMatchObject({ expireTime: '2030-01-01T23:30:00.000Z' })
    })

    test('resent with another businessId is a plain read: no event and no write but the message', async () => {
      const call = v1Purchase()
      const first = await answerTo(call)
      const id = String(first['instanceId'])
      const before = await rowOf(id)
      expect(await answerTo({ ...call, businessId: newId() })).toEqual(first)
      expect(await rowOf(id)).toEqual(before)
      expect(await eventsOf(id)).toEqual(['created', 'activated'])
      const { body } = await manage(service, `/messages?instanceId=${id}`)
      expect(body['items']).toHaveLength(2)
    })

    test('the very same signed call again is a repeat: V1 has no nonce and no time window', async () => {
      const call = v1Purchase({ timeStamp: '20200101000000000' })
      const first = await answerTo(call)
      expect(first).toMatchObject({ resultCode: '000000' })
      expect(await answerTo(call)).toEqual(first)
    })

    test('of another product of the order is a repeat by period, and an instance of its own where use is paid', async () => {
      for (const [chargingMode, own] of [
        ['1', false],
        ['3', false],
        ['0', true],
        ['5', true],
      ] as const) {
        const call = v1Purchase({ chargingMode, productId: 'P-1' })
        const [one, other] = [
          await answerTo(call),
          await answerTo({ ...call, productId: 'P-2', businessId: newId() }),
        ]
        expect(other['resultCode']).toBe('000000')
        expect(other['instanceId'] !== one['instanceId'], chargingMode).toBe(own)
        if (!own) continue
        expect(await shown(String(one['instanceId']))).toMatchObject({
          productId: 'P-1',
          orderLineId: null,
          order: {
            orderLineId: null,
            productId: 'P-1',
            chargingMode: chargingMode === '0' ? 'ON_DEMAND' : 'ON_DEMAND_PKG',
          },
        })
        expect(await shown(String(other['instanceId']))).toMatchObject({
          order: { productId: 'P-2' },
        })
        expect(await answerTo({ ...call, businessId: newId() })).toEqual(one)
      }
    })

    test('of two orders with one businessId makes two ids', async () => {
      const businessId = newId('shared')
      expect(await v1Buy(service, { businessId })).toBe(businessId)
      expect(await v1Buy(service, { businessId })).toMatch(uuid)
    })

    test('of an order bought as test and as real makes two instances, and the test does not touch the order of the real one', async () => {
      const call = v1Purchase({ productId: 'P-real' })
      const real = String((await answerTo(call))['instanceId'])
      const test = String(
        (await answerTo({ ...call, testFlag: '1', productId: 'P-test' }))['instanceId'],
      )
      expect(test).not.toBe(real)
      expect(await shown(real)).toMatchObject({ test: false, order: { productId: 'P-real' } })
      expect(await shown(test)).toMatchObject({ test: true, order: { productId: 'P-test' } })
    })

    test('with testFlag 0 and without one is the same real purchase', async () => {
      const call = v1Purchase()
      const absent = await answerTo(call)
      expect(await answerTo({ ...call, testFlag: '0' })).toEqual(absent)
    })

    test('of a released instance is a repeat', async () => {
      const call = v1Purchase()
      const first = await answerTo(call)
      await release(String(first['instanceId']))
      expect(await answerTo(call)).toEqual(first)
    })

    test('32 at once make one instance with one id', async () => {
      const call = v1Purchase()
      const answers = await Promise.all(
        Array.from({ length: 32 }, () => answerTo({ ...call, businessId: newId() })),
      )
      expect(new Set(answers.map(({ resultCode }) => resultCode))).toEqual(new Set(['000000']))
      const [id, ...others] = new Set(answers.map(({ instanceId }) => String(instanceId)))
      expect(others).toEqual([])
      expect(await eventsOf(String(id))).toEqual(['created', 'activated'])
    })

    test('is of one kind with V2: each sees what the other has sold', async () => {
      const id = await v1Buy(service)
      const v2 = await storeCall(service, { activity: 'queryInstance', instanceId: id })
      expect(v2.body).toMatchObject({ resultCode: '000000' })
      const bought = await storeCall(service, purchaseOf())
      expect(await query(String(bought.body['instanceId']))).toMatchObject({ resultCode: '000000' })
    })
  })

  describe('service supervision', () => {
    test('three calls of one order: the last one tells when the period starts, once', async () => {
      const call = v1Purchase({ expireTime: '20300101120000' })
      const id = String((await answerTo(call))['instanceId'])
      const second = await answerTo({ ...call, businessId: newId() })
      expect(await shown(id)).toMatchObject({ acceptanceTime: null })
      const accepted = {
        ...call,
        acceptanceTime: '20290301080000123',
        expireTime: '20300301080000',
      }
      expect(await answerTo({ ...accepted, businessId: newId() })).toEqual(second)
      const stored = {
        acceptanceTime: '2029-03-01T00:00:00.123Z',
        expireTime: '2030-03-01T00:00:00.000Z',
        order: { expireTime: '2030-03-01T00:00:00.000Z' },
      }
      expect(await shown(id)).toMatchObject(stored)
      const row = await rowOf(id)
      expect(await code(accepted)).toBe('000000')
      expect(await code(call)).toBe('000000')
      expect(await rowOf(id)).toEqual(row)
      expect(await eventsOf(id)).toEqual(['created', 'activated', 'accepted'])
    })

    test('an acceptance that comes first is taken in with the purchase', async () => {
      const id = await v1Buy(service, { acceptanceTime: '20290301080000' })
      expect(await shown(id)).toMatchObject({ acceptanceTime: '2029-03-01T00:00:00.000Z' })
      expect(await eventsOf(id)).toEqual(['created', 'accepted', 'activated'])
    })

    test('32 acceptances at once are one', async () => {
      const call = v1Purchase()
      const id = String((await answerTo(call))['instanceId'])
      const accepted = { ...call, acceptanceTime: '20290301080000' }
      await Promise.all(Array.from({ length: 32 }, () => answerTo(accepted)))
      expect(await eventsOf(id)).toEqual(['created', 'activated', 'accepted'])
    })

    test('an acceptance that is late does not take back the expiry of a renewal', async () => {
      const call = v1Purchase()
      const id = String((await answerTo(call))['instanceId'])
      await code(v1Refresh(id, { expireTime: '21500101080000' }))
      await code({ ...call, acceptanceTime: '20290301080000', expireTime: '20300101080000' })
      expect(await shown(id)).toMatchObject({
        acceptanceTime: '2029-03-01T00:00:00.000Z',
        expireTime: '2150-01-01T00:00:00.000Z',
      })
    })

    test('an acceptance of a released instance changes nothing', async () => {
      const call = v1Purchase()
      const id = String((await answerTo(call))['instanceId'])
      await release(id)
      expect(await code({ ...call, acceptanceTime: '20290301080000' })).toBe('000000')
      expect(await shown(id)).toMatchObject({ status: 'released', acceptanceTime: null })
    })
  })

  describe('a trial', () => {
    test('is marked, and ends with trialToFormal 1 alone', async () => {
      const id = await v1Buy(service, { trialFlag: '1', periodType: 'day', periodNumber: '15' })
      expect(await shown(id)).toMatchObject({
        trial: true,
        order: { type: 'TRIAL', periodType: 'day', periodNumber: 15 },
      })
      await code(v1Refresh(id))
      expect(await shown(id)).toMatchObject({ trial: true, order: { type: 'RENEW' } })
      await code(v1Refresh(id, { trialToFormal: '1', productId: 'P-formal' }))
      expect(await shown(id)).toMatchObject({
        trial: false,
        productId: 'P-formal',
        order: { type: 'TRIAL_TO_FORMAL', productId: 'P-formal' },
      })
    })

    test('is none with trialFlag 0', async () => {
      const id = await v1Buy(service, { trialFlag: '0' })
      expect(await shown(id)).toMatchObject({ trial: false, order: { type: 'NEW' } })
    })
  })

  describe('refreshInstance', () => {
    test('sets the absolute expiry, of Beijing, once for each order', async () => {
      const id = await v1Buy(service)
      const call = v1Refresh(id, {
        expireTime: '21500101080000',
        orderAmount: '100.125',
        periodType: 'year',
        periodNumber: '2',
      })
      expect(await code(call)).toBe('000000')
      expect(await code({ ...call, expireTime: '20770101000000' })).toBe('000000')
      expect(await shown(id)).toMatchObject({
        expireTime: '2150-01-01T00:00:00.000Z',
        productId: '00301-666666-0--0',
        order: {
          orderId: call['orderId'],
          orderLineId: null,
          state: 'fetched',
          type: 'RENEW',
          periodType: 'year',
          periodNumber: 2,
          currencyAfterDiscount: '100.125',
          buyer: { customerId: '68cbc86abc2018ab880d92f36422fa0e', customerName: 'z***n' },
        },
      })
      expect(await eventsOf(id)).toEqual(['created', 'activated', 'refreshed'])
    })

    test('of one order for two instances is two calls', async () => {
      const [one, other] = [await v1Buy(service), await v1Buy(service)]
      const call = v1Refresh(one, { expireTime: '21500101080000' })
      await code(call)
      await code({ ...call, instanceId: other })
      expect(await shown(other)).toMatchObject({ expireTime: '2150-01-01T00:00:00.000Z' })
    })

    test('that cancels a renewal moves the expiry back and does not unfreeze', async () => {
      const id = await v1Buy(service)
      await expire(id)
      const cancelled = v1Refresh(id, { expireTime: '20880101080000', orderAmount: '-100' })
      expect(await code(cancelled)).toBe('000000')
      expect(await shown(id)).toMatchObject({
        status: 'frozen',
        expireTime: '2088-01-01T00:00:00.000Z',
        order: { type: 'UNSUBSCRIBE', currencyAfterDiscount: '-100' },
      })
    })

    test('expire, renew, expire ends frozen', async () => {
      const id = await v1Buy(service)
      expect(await expire(id)).toBe('000000')
      expect(await shown(id)).toMatchObject({ status: 'frozen' })
      expect(await code(v1Refresh(id))).toBe('000000')
      expect(await shown(id)).toMatchObject({ status: 'active' })
      expect(await expire(id)).toBe('000000')
      expect(await shown(id)).toMatchObject({ status: 'frozen' })
      const changes = (await eventsOf(id)).slice(2)
      expect(changes).toEqual(['frozen', 'refreshed', 'unfrozen', 'frozen'])
    })

    test('unfreezes whatever froze it, if the new expiry lies ahead', async () => {
      const id = await v1Buy(service)
      await setStatus(id, 'FREEZE')
      await code(v1Refresh(id, { expireTime: '20200101000000' }))
      expect(await shown(id)).toMatchObject({ status: 'frozen' })
      await code(v1Refresh(id))
      expect(await shown(id)).toMatchObject({ status: 'active' })
    })

    test('32 of one order at once are applied once', async () => {
      const id = await v1Buy(service)
      const call = v1Refresh(id)
      const codes = await Promise.all(Array.from({ length: 32 }, () => code(call)))
      expect(new Set(codes)).toEqual(new Set(['000000']))
      expect(await eventsOf(id)).toEqual(['created', 'activated', 'refreshed'])
    })
  })

  describe('upgrade', () => {
    test('takes over product and specification, once for each order', async () => {
      const id = await v1Buy(service, { amount: '10' })
      const call = v1Upgrade(id, { amount: '30' })
      expect([await code(call), await code({ ...call, productId: 'P-late' })]).toEqual([
        '000000',
        '000000',
      ])
      expect(await shown(id)).toMatchObject({
        productId: '00301-666688-0-0',
        order: {
          orderId: call['orderId'],
          orderLineId: null,
          type: 'CHANGE',
          skuCode: 'sku-large',
          quantity: 30,
          chargingMode: 'PERIOD',
          buyer: { customerName: 'z***n' },
        },
      })
      expect((await eventsOf(id)).slice(2)).toEqual(['upgraded'])
    })

    test('32 of one order at once are applied once, and 8 orders at once all', async () => {
      const id = await v1Buy(service)
      const call = v1Upgrade(id)
      await Promise.all(Array.from({ length: 32 }, () => code(call)))
      expect((await eventsOf(id)).slice(2)).toEqual(['upgraded'])
      await Promise.all(Array.from({ length: 8 }, () => code(v1Upgrade(id))))
      expect((await eventsOf(id)).slice(2)).toHaveLength(9)
    })
  })

  describe('instanceStatus', () => {
    test('FREEZE, NORMAL, FREEZE ends frozen, and setting the state it has makes no event', async () => {
      const id = await v1Buy(service)
      for (const status of ['FREEZE', 'FREEZE', 'NORMAL', 'NORMAL', 'FREEZE']) {
        expect(await setStatus(id, status)).toBe('000000')
      }
      expect(await shown(id)).toMatchObject({ status: 'frozen' })
      expect((await eventsOf(id)).slice(2)).toEqual(['frozen', 'unfrozen', 'frozen'])
    })

    test.each(['instanceStatus', 'expireInstance'])(
      '32 of %s at once freeze once',
      async (activity) => {
        const id = await v1Buy(service)
        const call = { activity, instanceId: id, orderId: 'CS-purchase', instanceStatus: 'FREEZE' }
        const codes = await Promise.all(Array.from({ length: 32 }, () => code(call)))
        expect(new Set(codes)).toEqual(new Set(['000000']))
        expect((await eventsOf(id)).slice(2)).toEqual(['frozen'])
      },
    )
  })

  describe('releaseInstance', () => {
    test('is final: applied orders succeed, any other change is 000003', async () => {
      const id = await v1Buy(service)
      const [renewed, upgraded] = [v1Refresh(id), v1Upgrade(id)]
      await code(renewed)
      await code(upgraded)
      expect([await release(id), await release(id)]).toEqual(['000000', '000000'])
      expect([await code(renewed), await code(upgraded)]).toEqual(['000000', '000000'])
      expect(await code(v1Refresh(id))).toBe('000003')
      expect(await code(v1Upgrade(id))).toBe('000003')
      expect(await expire(id)).toBe('000003')
      expect(await setStatus(id, 'NORMAL')).toBe('000003')
      expect(await query(id)).toMatchObject({ resultCode: '000003', info: [] })
      expect(await shown(id)).toMatchObject({ status: 'released' })
      expect((await eventsOf(id)).slice(-1)).toEqual(['released'])
    })

    test('32 at once release once', async () => {
      const id = await v1Buy(service)
      const codes = await Promise.all(Array.from({ length: 32 }, () => release(id)))
      expect(new Set(codes)).toEqual(new Set(['000000']))
      expect((await eventsOf(id)).slice(2)).toEqual(['released'])
    })
  })

  describe('queryInstance', () => {
    test('of a hundred ids shows the one that is ready, whatever the others are', async () => {
      const [one, other] = [await v1Buy(service), await v1Buy(service)]
      const both = await query(`${one},${other}`)
      expect(both).toMatchObject({
        resultCode: '000000',
        encryptType: '1',
        info: [{ instanceId: one }, { instanceId: other }],
      })
      const ids = [one, ...Array.from({ length: 99 }, (_, i) => `nobody-${i}`)]
      expect(await query(ids.join(','))).toMatchObject({
        resultCode: '000000',
        info: [{ instanceId: one }],
      })
      expect(await query([...ids, other].join(','))).toMatchObject({ resultCode: '000002' })
    })

    test('shows the usage that was put, its time in UTC', async () => {
      const id = await v1Buy(service, { chargingMode: '0' })
      await manage(service, `/instances/${id}/usage-info`, {
        method: 'PUT',
        body: { usageInfo: [{ usageValue: 12.5, statisticalTime: '2026-01-01T00:00:00Z' }] },
      })
      expect(await query(id)).toMatchObject({
        info: [{ usageInfo: [{ usageValue: 12.5, statisticalTime: '20260101000000000' }] }],
      })
    })

    test('of a frozen instance is 000000', async () => {
      const id = await v1Buy(service)
      await expire(id)
      expect(await query(id)).toMatchObject({ resultCode: '000000' })
    })
  })

  const nobody = newId('nobody')
  test.each<[string, Parameters, string]>([
    ['refreshInstance', v1Refresh(nobody), '000003'],
    ['expireInstance', { activity: 'expireInstance', instanceId: nobody, ...newOrder() }, '000003'],
    ['upgrade', v1Upgrade(nobody), '000003'],
    [
      'instanceStatus',
      { activity: 'instanceStatus', instanceId: nobody, instanceStatus: 'FREEZE' },
      '000003',
    ],
    ['queryInstance', { activity: 'queryInstance', instanceId: nobody }, '000003'],
    [
      'releaseInstance',
      { activity: 'releaseInstance', instanceId: nobody, ...newOrder() },
      '000003',
    ],
  ])(
    '%s of an unknown id answers %3$s, and 000000 to a test call',
    async (_activity, call, expected) => {
      expect(await code(call)).toBe(expected)
      expect(await code({ ...call, testFlag: '1' })).toBe('000000')
    },
  )

  test.each<[string, (id: string) => Parameters]>([
    ['refreshInstance', (id) => v1Refresh(id)],
    ['expireInstance', (id) => ({ activity: 'expireInstance', instanceId: id, ...newOrder() })],
    ['upgrade', (id) => v1Upgrade(id)],
    [
      'instanceStatus',
      (id) => ({ activity: 'instanceStatus', instanceId: id, instanceStatus: 'FREEZE' }),
    ],
    ['queryInstance', (id) => ({ activity: 'queryInstance', instanceId: id })],
    ['releaseInstance', (id) => ({ activity: 'releaseInstance', instanceId: id, ...newOrder() })],
  ])(
    'a test call of %s succeeds for a released test id, and never touches a real one',
    async (_activity, callOf) => {
      const tested = await v1Buy(service, { testFlag: '1' })
      await code({
        activity: 'releaseInstance',
        instanceId: tested,
        testFlag: '1',
        orderId: 'CS-1',
      })
      expect(await code({ ...callOf(tested), testFlag: '1' })).toBe('000000')
      const real = await v1Buy(service)
      const before = await rowOf(real)
      expect(await code({ ...callOf(real), testFlag: '1' })).toBe('000000')
      expect(await rowOf(real)).toEqual(before)
    },
  )
})

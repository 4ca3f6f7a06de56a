import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instanceOf, manage } from '../harness/management.ts'
import { databases } from '../harness/scale.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'

// The embedded database and a server run the same code, so they run the same guarantees.
describe.each(databases)('life cycle on the %s database', (database) => {
  let service: TestService
  let now: Date | undefined

  beforeAll(async () => {
    service = await startService({ database, ports: { now: () => now ?? new Date() } })
  })
  afterAll(() => service.stop())

  const code = async (members: Record<string, unknown>) =>
    (await storeCall(service, members)).body['resultCode']
  const eventsOf = async (instanceId: string) => {
    const { history } = await instanceOf(service, instanceId)
    return (history as { type: string }[]).map(({ type }) => type).reverse()
  }
  const refresh = (instanceId: string, more: Record<string, unknown> = {}) => ({
    activity: 'refreshInstance',
    instanceId,
    scene: 'RENEWAL',
    expireTime: '20991231235959',
    ...newOrder(),
    ...more,
  })
  const setStatus = (instanceId: string, status: string) =>
    code({ activity: 'updateInstanceStatus', instanceId, status })

  test('a purchase answers 000000 with the first businessId as its instance id', async () => {
    const call = purchaseOf()
    const { body } = await storeCall(service, call)
    expect(body).toEqual({
      resultCode: '000000',
      resultMsg: 'success.',
      instanceId: call['businessId'],
    })
    const instance = await instanceOf(service, String(call['businessId']))
    expect(instance).toMatchObject({
      status: 'active',
      test: false,
      address: 'main',
      family: 'saas-v2',
    })
  })

  test('a purchase resent with another businessId answers the same id and makes no second event', async () => {
    const order = newOrder()
    const first = await storeCall(service, purchaseOf(order))
    const second = await storeCall(service, purchaseOf(order))
    expect(second.body).toEqual(first.body)
    const id = String(first.body['instanceId'])
    expect(await eventsOf(id)).toEqual(['instance.created', 'instance.activated'])
  })

  test('two orders with one businessId get two ids', async () => {
    const businessId = `shared-${newOrder().orderId}`
    const first = await storeCall(service, purchaseOf(newOrder(), { businessId }))
    const second = await storeCall(service, purchaseOf(newOrder(), { businessId }))
    expect(first.body['instanceId']).toBe(businessId)
    expect(second.body['instanceId']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('an order line bought as test and as real makes two instances', async () => {
    const order = newOrder()
    const real = await storeCall(service, purchaseOf(order))
    const testCall = await storeCall(service, purchaseOf(order, { testFlag: '1' }))
    expect(testCall.body['instanceId']).not.toBe(real.body['instanceId'])
  })

  test('testFlag 0 and an absent one are the same real purchase', async () => {
    const order = newOrder()
    const absent = await storeCall(service, purchaseOf(order))
    const zero = await storeCall(service, purchaseOf(order, { testFlag: '0' }))
    expect(zero.body['instanceId']).toBe(absent.body['instanceId'])
  })

  test('queryInstance shows the address of the buyer', async () => {
    const id = await buy(service)
    const { body } = await storeCall(service, { activity: 'queryInstance', instanceId: id })
    expect(body['resultCode']).toBe('000000')
    expect(body['info']).toEqual([
      {
        instanceId: id,
        appInfo: { frontEndUrl: expect.stringContaining(`/welcome/${id}`) as string },
      },
    ])
  })

  test('queryInstance of a ready and an unknown id is 000000 and shows the ready one', async () => {
    const id = await buy(service)
    const { body } = await storeCall(service, {
      activity: 'queryInstance',
      instanceId: `${id},nobody`,
    })
    expect(body['resultCode']).toBe('000000')
    expect(body['info']).toEqual([expect.objectContaining({ instanceId: id })])
  })

  test('a renewal sets the absolute expiry and takes over a new product', async () => {
    const id = await buy(service)
    expect(await code(refresh(id, { productId: 'P-1' }))).toBe('000000')
    expect(await instanceOf(service, id)).toMatchObject({
      expireTime: '2099-12-31T23:59:59.000Z',
      productId: 'P-1',
    })
  })

  test('a cancelled renewal moves the expiry backwards', async () => {
    const id = await buy(service)
    await code(refresh(id))
    const cancelled = { scene: 'UNSUBSCRIBE_RENEWAL_PERIOD', expireTime: '20881231235959000' }
    expect(await code(refresh(id, cancelled))).toBe('000000')
    expect(await instanceOf(service, id)).toMatchObject({ expireTime: '2088-12-31T23:59:59.000Z' })
  })

  test.each(['TRIAL_TO_FORMAL', 'RENEWAL', 'UNSUBSCRIBE_RENEWAL_PERIOD', 'RENEWAL_CHANGE'])(
    'a refresh of scene %s is applied once',
    async (scene) => {
      const id = await buy(service)
      const call = refresh(id, { scene })
      expect(await code(call)).toBe('000000')
      expect(await code({ ...call, expireTime: '20770101000000' })).toBe('000000')
      expect(await instanceOf(service, id)).toMatchObject({
        expireTime: '2099-12-31T23:59:59.000Z',
      })
      expect(await eventsOf(id)).toEqual([
        'instance.created',
        'instance.activated',
        'instance.refreshed',
      ])
    },
  )

  test('one order line in two scenes is two calls', async () => {
    const id = await buy(service)
    const order = newOrder()
    await code(refresh(id, { ...order, scene: 'RENEWAL' }))
    await code(refresh(id, { ...order, scene: 'RENEWAL_CHANGE', expireTime: '21770101000000' }))
    expect(await instanceOf(service, id)).toMatchObject({ expireTime: '2177-01-01T00:00:00.000Z' })
  })

  test('FREEZE, UNFREEZE, FREEZE ends frozen, and setting the state it has makes no event', async () => {
    const id = await buy(service)
    for (const status of ['FREEZE', 'FREEZE', 'UNFREEZE', 'UNFREEZE', 'FREEZE']) {
      expect(await setStatus(id, status)).toBe('000000')
    }
    expect(await instanceOf(service, id)).toMatchObject({ status: 'frozen' })
    const changes = (await eventsOf(id)).slice(2)
    expect(changes).toEqual(['instance.frozen', 'instance.unfrozen', 'instance.frozen'])
  })

  test('a frozen instance still answers queryInstance with 000000', async () => {
    const id = await buy(service)
    await setStatus(id, 'FREEZE')
    expect(await code({ activity: 'queryInstance', instanceId: id })).toBe('000000')
  })

  test('a renewal unfreezes what was frozen after its expiry', async () => {
    const id = await buy(service)
    await code(refresh(id, { expireTime: '20200101000000' }))
    await setStatus(id, 'FREEZE')
    await code(refresh(id))
    expect(await instanceOf(service, id)).toMatchObject({ status: 'active' })
  })

  test('a renewal does not unfreeze what was frozen before its expiry (a violation)', async () => {
    const id = await buy(service)
    await code(refresh(id))
    await setStatus(id, 'FREEZE')
    await code(refresh(id))
    expect(await instanceOf(service, id)).toMatchObject({ status: 'frozen' })
    await setStatus(id, 'UNFREEZE')
    expect(await instanceOf(service, id)).toMatchObject({ status: 'active' })
  })

  test('an upgrade is applied once', async () => {
    const id = await buy(service)
    const call = { activity: 'upgradeInstance', instanceId: id, ...newOrder() }
    expect([await code(call), await code(call)]).toEqual(['000000', '000000'])
    expect((await eventsOf(id)).slice(2)).toEqual(['instance.upgraded'])
  })

  test('changeInstanceCheck changes nothing, with an object and with a JSON text', async () => {
    const id = await buy(service)
    const before = await instanceOf(service, id)
    for (const productInfo of [{ productId: 'P-2' }, '{"productId":"P-2"}']) {
      const call = { activity: 'changeInstanceCheck', instanceId: id, productInfo }
      expect(await code(call)).toBe('000000')
    }
    expect(await instanceOf(service, id)).toEqual(before)
  })

  test('released is final: applied orders succeed, any other change is 000003', async () => {
    const id = await buy(service)
    const applied = refresh(id)
    await code(applied)
    expect(await code({ activity: 'releaseInstance', instanceId: id })).toBe('000000')
    expect(await code({ activity: 'releaseInstance', instanceId: id })).toBe('000000')
    expect(await code(applied)).toBe('000000')
    expect(await code(refresh(id))).toBe('000003')
    expect(await setStatus(id, 'UNFREEZE')).toBe('000003')
    expect(await code({ activity: 'queryInstance', instanceId: id })).toBe('000003')
    expect(await code({ activity: 'changeInstanceCheck', instanceId: id, productInfo: {} })).toBe(
      '000003',
    )
    expect(await instanceOf(service, id)).toMatchObject({ status: 'released' })
    expect((await eventsOf(id)).slice(-1)).toEqual(['instance.released'])
  })

  test('a purchase of a released instance is a repeat', async () => {
    const order = newOrder()
    const { body } = await storeCall(service, purchaseOf(order))
    await code({ activity: 'releaseInstance', instanceId: body['instanceId'] })
    expect((await storeCall(service, purchaseOf(order))).body).toEqual(body)
  })

  test('a second expiry freezes again', async () => {
    const id = await buy(service)
    await code(refresh(id, { expireTime: '20200101000000' }))
    await setStatus(id, 'FREEZE')
    await code(refresh(id, { expireTime: '20300101000000' }))
    now = new Date('2030-01-02T00:00:00Z')
    const frozen = await storeCall(
      service,
      { activity: 'updateInstanceStatus', instanceId: id, status: 'FREEZE' },
      { timestamp: String(now.getTime()) },
    ).finally(() => (now = undefined))
    expect(frozen.body['resultCode']).toBe('000000')
    await code(refresh(id))
    expect(await instanceOf(service, id)).toMatchObject({ status: 'active' })
  })

  test('an order notification is taken once', async () => {
    const call = { activity: 'orderNotify', ...newOrder() }
    for (let i = 0; i < 2; i++) {
      const { body } = await storeCall(service, call, { path: 'orders' })
      expect(body['resultCode']).toBe('000000')
    }
    const { body } = await manage(service, `/messages?orderId=${call.orderId}`)
    expect(body['items']).toHaveLength(2)
  })
})

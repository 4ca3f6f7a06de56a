import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitIn } from '../../src/db/commit.ts'
import { newId as newRowId } from '../../src/db/new-id.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { readerOf } from '../harness/tokens.ts'
import { manage, read } from './client.ts'
import { emptyRow, fetchedRow } from './order-rows.ts'

let service: TestService
beforeAll(async () => {
  service = await startService({ settings: { KOOGATE_USER_NAME: 'admin', KOOGATE_MEMO: '备注' } })
})
afterAll(() => service.stop())

const detail = (id: string) =>
  read(service, 'InstanceDetail', `/instances/${encodeURIComponent(id)}`)
const list = (query: string) => read(service, 'InstanceList', `/instances?${query}`)
const idsOf = async (query: string) => (await list(query)).items.map((one) => one.instanceId)

describe('getInstance', () => {
  it('shows a new instance whole, its order never to be fetched without credentials', async () => {
    const order = newOrder()
    const businessId = newId()
    await storeCall(service, purchaseOf(order, { businessId }))
    const instance = await detail(businessId)
    expect(instance).toMatchObject({
      ...order,
      instanceId: businessId,
      businessId,
      address: 'main',
      family: 'saas-v2',
      productId: null,
      status: 'active',
      test: false,
      expireTime: null,
      failure: null,
      attention: null,
      appInfo: { adminUrl: null, userName: 'admin', hasPassword: false, memo: '备注' },
      usageInfo: [],
      order: { ...order, state: 'off', code: null, buyer: null, extendParams: [] },
      messages: `/api/v1/messages?instanceId=${businessId}`,
    })
    expect(instance.history).toMatchObject([
      { type: 'instance.activated', orderId: order.orderId },
      { type: 'instance.created', orderId: order.orderId },
    ])
  })

  it('stands on the order that was applied last, and keeps the one that bought it', async () => {
    const order = newOrder()
    const businessId = newId()
    await storeCall(service, purchaseOf(order, { businessId }))
    const renewal = newOrder()
    await renew(businessId, renewal)
    const instance = await detail(businessId)
    expect(instance).toMatchObject({
      ...order,
      order: renewal,
      expireTime: '2031-11-18T15:59:59.000Z',
    })
    expect(instance.history[0]).toMatchObject({
      type: 'instance.refreshed',
      orderId: renewal.orderId,
    })
  })

  it('shows a fetched order, and of its buyer no more than to recognise', async () => {
    const order = newOrder()
    const instanceId = await buy(service, order)
    await commitIn(service.db, { order: fetchedRow(order, service.app.services.vault) })
    const authorization = await readerOf(service)
    const answer = await manage(service, `/instances/${instanceId}`, { authorization })
    expect(answer.body['order']).toMatchObject({
      ...order,
      state: 'fetched',
      code: null,
      type: 'NEW',
      chargingMode: 'PERIOD',
      periodType: 'year',
      periodNumber: 1,
      quantity: 50,
      createTime: '2026-11-18T10:19:12.000Z',
      buyer: {
        customerId: '459bbbec25d24749b2eb83be37b602a8',
        customerName: 'm***1',
        customerRealName: '测***',
        customerType: 0,
        mobilePhone: '186****8888',
        email: 'l***@example.com',
        userId: null,
        userName: 'l***i',
      },
      extendParams: [
        { name: 'emailDomainName', value: 'test.example.com' },
        { name: '手机', value: '138****5678' },
        { name: 'contact', value: 'write to w***@example.com' },
        { name: 'password', value: '***' },
        { name: 'none', value: null },
      ],
    })
    for (const secret of ['18688888888', 'lisi', '测试用户1', '13812345678', 'open-sesame']) {
      expect(answer.text).not.toContain(secret)
    }
  })

  it('tells the code of an order query that was refused', async () => {
    const order = newOrder()
    const instanceId = await buy(service, order)
    await commitIn(service.db, {
      order: { ...emptyRow(order), state: 'refused', result_code: 'MKT.0150' },
    })
    const instance = await detail(instanceId)
    expect(instance.order).toMatchObject({ state: 'refused', code: 'MKT.0150', fetchedAt: null })
  })

  it('shows an id that needs encoding, and a path to its messages that can be followed', async () => {
    const businessId = `名/${newId()} ?&=%`
    await storeCall(service, purchaseOf(newOrder(), { businessId }))
    const instance = await detail(businessId)
    expect(instance.instanceId).toBe(businessId)
    const messages = await read(service, 'MessageList', instance.messages.replace('/api/v1', ''))
    expect(messages.items.map(({ instanceId }) => instanceId)).toEqual([businessId])
  })

  it('shows a released instance with its whole history, newest first', async () => {
    const instanceId = await buy(service)
    await setStatus(instanceId, 'FREEZE')
    expect((await detail(instanceId)).status).toBe('frozen')
    await setStatus(instanceId, 'UNFREEZE')
    await release(instanceId)
    const instance = await detail(instanceId)
    expect(instance.status).toBe('released')
    expect(instance.history.map(({ type }) => type)).toEqual([
      'instance.released',
      'instance.unfrozen',
      'instance.frozen',
      'instance.activated',
      'instance.created',
    ])
  })

  it('shows at most the last 200 changes', async () => {
    const instanceId = await buy(service)
    const at = Date.now() + 1_000
    const events = Array.from({ length: 250 }, (_, i) => ({
      id: newRowId(),
      instance_id: instanceId,
      type: `instance.changed.${i}`,
      order_id: null,
      at: new Date(at + i),
    }))
    await service.db.insertInto('events').values(events).execute()
    const { history } = await detail(instanceId)
    expect(history).toHaveLength(200)
    expect(history[0]?.type).toBe('instance.changed.249')
    expect(history[199]?.type).toBe('instance.changed.50')
  })

  it('answers 404 for an instance that is not there', async () => {
    const answer = await manage(service, '/instances/nobody')
    expect(answer.status).toBe(404)
    expect(answer.body['detail']).toBe('There is no instance nobody.')
  })
})

describe('listInstances', () => {
  it('finds the instances that an order bought, renewed or upgraded, and no other', async () => {
    const [bought, renewal, upgrade, release] = [newOrder(), newOrder(), newOrder(), newOrder()]
    const instanceId = await buy(service, bought)
    await renew(instanceId, renewal)
    await storeCall(service, { activity: 'upgradeInstance', instanceId, ...upgrade })
    await storeCall(service, { activity: 'releaseInstance', instanceId, ...release })
    for (const { orderId } of [bought, renewal, upgrade]) {
      expect(await idsOf(`orderId=${orderId}`)).toEqual([instanceId])
    }
    expect(await idsOf(`orderId=${release.orderId}`)).toEqual([])
    expect(await idsOf('orderId=nobody')).toEqual([])
  })

  it('shows an instance that one order bought and renewed once', async () => {
    const order = newOrder()
    const instanceId = await buy(service, order)
    await renew(instanceId, order)
    expect(await idsOf(`orderId=${order.orderId}`)).toEqual([instanceId])
  })

  it('joins its filters by and', async () => {
    const order = newOrder()
    const lines = { ...order, orderLineId: `${order.orderId}-000002` }
    const [first, second] = [await buy(service, order), await buy(service, lines)]
    const test = await buy(service, { ...order, testFlag: '1' })
    await setStatus(second, 'FREEZE')
    const { orderId } = order
    const found = async (query: string) => (await idsOf(`orderId=${orderId}&${query}`)).sort()
    expect(await found('')).toEqual([first, second, test].sort())
    expect(await found('test=false')).toEqual([first, second].sort())
    expect(await found('test=true')).toEqual([test])
    expect(await found('status=frozen')).toEqual([second])
    expect(await found('status=active')).toEqual([first, test].sort())
    expect(await found('status=released')).toEqual([])
    expect(await found(`instanceId=${first}`)).toEqual([first])
    expect(await found('address=main&status=frozen&test=false')).toEqual([second])
    expect(await found('address=other')).toEqual([])
  })

  it('leaves history out', async () => {
    const instanceId = await buy(service)
    const { items } = await list(`instanceId=${instanceId}`)
    expect(items).toHaveLength(1)
    expect(items[0]).not.toHaveProperty('history')
  })
})

function renew(instanceId: string, order: { orderId: string; orderLineId: string }) {
  return storeCall(service, {
    activity: 'refreshInstance',
    scene: 'RENEWAL',
    instanceId,
    ...order,
    expireTime: '20311118155959',
  })
}

function setStatus(instanceId: string, status: string) {
  return storeCall(service, { activity: 'updateInstanceStatus', instanceId, status })
}

function release(instanceId: string) {
  return storeCall(service, { activity: 'releaseInstance', instanceId, ...newOrder() })
}

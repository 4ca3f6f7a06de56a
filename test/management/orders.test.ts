import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { orderInfoOf } from '../../src/simulator/products/order-info.ts'
import { products } from '../../src/simulator/products/products.ts'
import { databases } from '../harness/scale.ts'
import { type TestService, shortLimits, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { v1Buy, v1Refresh, v1Upgrade } from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { faultyFields, manage, read } from './client.ts'

const credentials = { accessKey: 'seller-ak', secretKey: 'seller-sk' }

let store: OrderStore
let service: TestService
beforeAll(async () => {
  store = await startOrderStore(credentials)
  service = await startService({
    limits: shortLimits,
    settings: {
      KOOGATE_STORE_URL: store.url.href,
      KOOGATE_STORE_AK: credentials.accessKey,
      KOOGATE_STORE_SK: credentials.secretKey,
    },
  })
})
afterAll(async () => {
  await service.stop()
  await store.close()
})

type Order = ManagementSchemas['OrderDetail']

const list = (query: string, of = service) => read(of, 'OrderList', `/orders?${query}`)
const one = async (orderId: string, of = service): Promise<Order> => {
  const { items } = await list(`orderId=${orderId}`, of)
  const [order] = items
  if (order === undefined) throw new Error(`no order ${orderId}`)
  return order
}
const whenFetched = (orderId: string) =>
  until(
    () => one(orderId),
    ({ state }) => state === 'fetched',
  )
const refresh = (id: string, of = service) =>
  manage(of, `/orders/${id}/refresh`, { method: 'POST' })

async function bought() {
  const order = sell()
  await buy(service, order)
  return order
}

/** An order that the store knows; it costs nothing to refuse it first. */
function sell(orderType = 'NEW') {
  const order = newOrder()
  const product = products.standardYear
  store.orders.add(orderInfoOf({ ...order, orderType, placedAt: new Date(), product, quantity: 7 }))
  return order
}

describe('an order', () => {
  it('is a resource from its purchase on, and shows what it bought', async () => {
    const order = sell()
    const instanceId = await buy(service, order)
    const fetched = await whenFetched(order.orderId)
    expect(fetched).toMatchObject({
      ...order,
      address: 'main',
      test: false,
      type: 'NEW',
      quantity: 7,
      notifiedAt: null,
      instances: [{ instanceId, role: 'purchase' }],
    })
    expect(await read(service, 'OrderDetail', `/orders/${fetched.id}`)).toEqual(fetched)
  })

  it('that was only notified is read and shown, without an instance', async () => {
    const order = sell()
    await storeCall(service, { activity: 'orderNotify', ...order }, { path: 'orders' })
    const notified = await whenFetched(order.orderId)
    expect(notified).toMatchObject({ ...order, instances: [], quantity: 7 })
    expect(Date.parse(notified.notifiedAt ?? '')).toBeCloseTo(Date.parse(notified.createdAt), -4)
  })

  it('keeps the time it was first heard of when it is read, refused or told again', async () => {
    const order = sell()
    store.failQueries(order.orderId, 'MKT.0100')
    await buy(service, order)
    const refused = await until(
      () => one(order.orderId),
      ({ state }) => state === 'refused',
    )
    expect(refused.code).toBe('MKT.0100')
    await storeCall(service, { activity: 'orderNotify', ...order }, { path: 'orders' })
    const fetched = await whenFetched(order.orderId)
    expect(fetched.createdAt).toBe(refused.createdAt)
    expect(fetched.updatedAt > refused.updatedAt).toBe(true)
  })

  it('of a test call is another one than the real one with its ids, and is never asked for', async () => {
    const order = sell()
    await buy(service, { ...order, testFlag: '1' })
    await buy(service, order)
    await whenFetched(order.orderId)
    expect((await list(`orderId=${order.orderId}`)).items).toHaveLength(1)
    const v1 = newOrder()
    await v1Buy(service, { orderId: v1.orderId, testFlag: '1' })
    expect(await one(v1.orderId)).toMatchObject({ test: true, orderLineId: null, type: 'NEW' })
    expect((await refresh((await one(v1.orderId)).id)).status).toBe(409)
  })

  it('that is not there is 404, whatever its id', async () => {
    for (const id of ['nothing', 'W10', '%20', 'a'.repeat(1024)]) {
      expect((await manage(service, `/orders/${id}`)).status, id).toBe(404)
    }
  })
})

describe('the orders of an instance', () => {
  it('are all shown with their roles, the newest first', async () => {
    const [bought, renewed, changed, back, formal] = [sell(), sell(), sell(), sell(), sell()]
    const instanceId = await buy(service, bought)
    const refreshed = { activity: 'refreshInstance', instanceId, expireTime: '20310101000000' }
    await storeCall(service, { ...refreshed, scene: 'TRIAL_TO_FORMAL', ...formal })
    await storeCall(service, { ...refreshed, scene: 'RENEWAL', ...renewed })
    await storeCall(service, { activity: 'upgradeInstance', instanceId, ...changed })
    await storeCall(service, { ...refreshed, scene: 'UNSUBSCRIBE_RENEWAL_PERIOD', ...back })
    for (const { orderId } of [renewed, changed, back, formal]) await whenFetched(orderId)
    const { orders } = await read(service, 'InstanceDetail', `/instances/${instanceId}`)
    expect(orders.map(({ orderId, role, state }) => [orderId, role, state])).toEqual([
      [back.orderId, 'refund', 'fetched'],
      [changed.orderId, 'upgrade', 'fetched'],
      [renewed.orderId, 'renewal', 'fetched'],
      [formal.orderId, 'conversion', 'fetched'],
      [bought.orderId, 'purchase', 'fetched'],
    ])
    expect((await one(changed.orderId)).instances).toMatchObject([{ instanceId, role: 'upgrade' }])
    for (const { id, orderId } of orders) {
      const path = `/orders/${id ?? ''}`
      expect((await read(service, 'OrderDetail', path)).orderId).toBe(orderId)
    }
  })

  it('of V1 too, where the call itself told them', async () => {
    const instanceId = await v1Buy(service)
    await v1Call(service, v1Refresh(instanceId, { orderAmount: '10' }))
    await v1Call(service, v1Refresh(instanceId, { orderAmount: '-10' }))
    const upgrade = v1Upgrade(instanceId)
    await v1Call(service, upgrade)
    const { orders } = await read(service, 'InstanceDetail', `/instances/${instanceId}`)
    expect(orders.map(({ role }) => role)).toEqual(['upgrade', 'refund', 'renewal', 'purchase'])
    const changed = await one(upgrade['orderId'] ?? '')
    expect(changed).toMatchObject({ orderLineId: null, state: 'fetched' })
    expect((await refresh(changed.id)).status).toBe(409)
  })
})

describe('refreshOrder', () => {
  it('reads a refused order again, and completes its instance', async () => {
    const order = sell()
    store.failQueries(order.orderId, 'MKT.0100')
    const instanceId = await buy(service, order)
    const { id } = await until(
      () => one(order.orderId),
      ({ state }) => state === 'refused',
    )
    const { body } = await refresh(id)
    expect(body).toMatchObject({ id, state: 'fetched', code: null, quantity: 7 })
    const instance = await read(service, 'InstanceDetail', `/instances/${instanceId}`)
    expect(instance.productId).toBe(body['productId'])
  })

  it.each([
    ['refuses', 'MKT.0100'],
    ['is not ready', 'MKT.0250'],
    ['is away', 'refuse'],
  ] as const)('is 502 when the store %s, and what was read stays', async (_what, fault) => {
    const order = sell()
    await buy(service, order)
    const before = await whenFetched(order.orderId)
    store.failQueries(order.orderId, fault)
    const { status, body } = await refresh(before.id)
    expect(status).toBe(502)
    expect(body['detail']).toContain(fault === 'refuse' ? 'unreachable' : fault)
    expect(await one(order.orderId)).toEqual(before)
  })

  it('wants the token, and an order that is there', async () => {
    expect((await manage(service, '/orders/x/refresh', { method: 'POST' })).status).toBe(404)
    const nobody = { method: 'POST', authorization: null } as const
    expect((await manage(service, '/orders/x/refresh', nobody)).status).toBe(401)
  })
})

describe('listOrders', () => {
  it('finds by order, state, type, charging mode, product, test and time, joined by and', async () => {
    const [first, second] = [sell('TRIAL'), sell()]
    await buy(service, first)
    await buy(service, second)
    const { createdAt, productId } = await whenFetched(first.orderId)
    await whenFetched(second.orderId)
    const idsOf = async (query: string) =>
      (await list(`limit=200&${query}`)).items.map(({ orderId }) => orderId)
    expect(await idsOf('type=TRIAL')).toEqual([first.orderId])
    expect(await idsOf(`productId=${productId ?? ''}`)).toContain(second.orderId)
    expect(await idsOf('productId=nothing')).toEqual([])
    expect(await idsOf('type=TRIAL&chargingMode=PERIOD&state=fetched&test=false')).toHaveLength(1)
    expect(await idsOf('chargingMode=ONE_TIME')).toEqual([])
    expect(await idsOf('type=TRIAL&state=refused')).toEqual([])
    expect(await idsOf('state=off')).toEqual([])
    expect(await idsOf(`from=${createdAt}`)).toEqual([second.orderId, first.orderId])
    expect(await idsOf(`to=${createdAt}`)).not.toContain(first.orderId)
    expect(await idsOf('test=true')).not.toContain(first.orderId)
  })

  it('pages from the newest, each order once, also those that came at one time', async () => {
    await Promise.all(Array.from({ length: 9 }, () => storeCall(service, purchaseOf(sell()))))
    const all = (await list('limit=200')).items.map(({ id }) => id)
    const paged: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: ManagementSchemas['OrderList'] = await list(
        cursor === '' ? 'limit=2' : `limit=2&cursor=${cursor}`,
      )
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(all)
    expect(new Set(all).size).toBe(all.length)
  })

  it.each(['updatedAt', '-updatedAt'])('pages by change with sort=%s', async (sort) => {
    const changed = sell()
    await buy(service, changed)
    const { id } = await whenFetched(changed.orderId)
    for (let n = 0; n < 3; n++) await whenFetched((await bought()).orderId)
    expect((await refresh(id)).status).toBe(200)
    const seen: Order[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = `sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`
      const page: ManagementSchemas['OrderList'] = await list(query)
      seen.push(...page.items)
      cursor = page.nextCursor
    }
    const times = seen.map(({ updatedAt }) => updatedAt)
    const sorted = times.toSorted()
    expect(times).toEqual(sort === 'updatedAt' ? sorted : sorted.reverse())
    expect(new Set(seen.map((order) => order.id)).size).toBe(seen.length)
    expect(seen.at(sort === 'updatedAt' ? -1 : 0)?.id).toBe(id)
    const [, before = ''] = times.toSorted().reverse()
    expect((await list(`updatedAfter=${before}`)).items.map((order) => order.id)).toEqual([id])
  })

  it.each([
    ['state=lost', ['state']],
    ['colour=red', ['colour']],
    ['cursor=abc', ['cursor']],
    [`cursor=${forgedCursor()}`, ['cursor']],
    ['from=yesterday', ['from']],
  ])('refuses %s with 400', async (query, fields) => {
    expect(faultyFields(await manage(service, `/orders?${query}`))).toEqual(fields)
  })
})

function forgedCursor(): string {
  return Buffer.from('orders 2026-11-18T10:19:31.000Z nobody').toString('base64url')
}

describe.each(databases)('without AK and SK on the %s database', (database) => {
  it('orders are off, the start says so once, and refresh is 409', async () => {
    const lines: string[] = []
    const log = pino({}, { write: (line: string) => void lines.push(line) })
    const seller = await startService({ database, log })
    try {
      const order = newOrder()
      const instanceId = await buy(seller, order)
      const off = await one(order.orderId, seller)
      expect(off).toMatchObject({ ...order, state: 'off', instances: [{ instanceId }] })
      const found = async (state: string) => (await list(`state=${state}`, seller)).items
      expect(await found('off')).toEqual([off])
      expect(await found('waiting')).toEqual([])
      const instance = await read(seller, 'InstanceDetail', `/instances/${instanceId}`)
      expect(instance.order).toMatchObject({ state: 'off' })
      const { status, body } = await refresh(off.id, seller)
      expect(status).toBe(409)
      expect(body['detail']).toContain('KOOGATE_STORE_AK')
    } finally {
      await seller.stop()
    }
    expect(lines.filter((line) => line.includes('KOOGATE_STORE_AK'))).toHaveLength(1)
  })
})

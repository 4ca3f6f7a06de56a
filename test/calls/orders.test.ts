import type { StoreClient } from '../../src/store-api/store-client.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findOrder } from '../../src/db/order/orders.ts'
import { fetchOrder } from '../../src/jobs/fetch-order.ts'
import { RetryLaterError } from '../../src/jobs/retry-later-error.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { jobsWith, retryNow } from '../harness/jobs.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, shortLimits, startService } from '../harness/service.ts'
import { type Sold, putOrder } from '../harness/sold.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { until } from '../harness/until.ts'

let store: OrderStore
let service: TestService
beforeAll(async () => {
  store = await startOrderStore(credentials)
  service = await startService({
    limits: shortLimits,
    settings: storeSettings(store),
  })
})
afterAll(async () => {
  await service.stop()
  await store.close()
})

/** An order that the store tells: one product, or several, until 2030. */
const sell = (sold: Sold = {}) =>
  putOrder(store, { productId: 'P-1', expireTime: '20300101000000', ...sold })

const callsFor = ({ orderId }: { orderId: string }) =>
  store.calls.filter((call) => call.orderId === orderId).map(({ answer }) => answer)
const buyOrder = async (order = sell()) =>
  String((await storeCall(service, purchaseOf(order))).body['instanceId'])
const orderState = (instance: Record<string, unknown>) =>
  (instance['order'] as { state: string } | null)?.state
// The view reads the instance and then its order: once the order is there, the instance is read anew.
const whenOrderIs = async (id: string, state: string) => {
  await until(
    async () => {
      if (state !== 'waiting') await retryNow(service.db)
      return instanceOf(service, id)
    },
    (instance) => orderState(instance) === state,
  )
  return instanceOf(service, id)
}

/** Waits until the queue would run no job of an order any more. */
async function whenJobsAreOver({ orderId }: { orderId: string }): Promise<void> {
  await until(
    () => jobsWith(service.db, 'fetch-order', orderId),
    (open) => open === 0,
  )
}

// An order that was not fetched waits for its next attempt, so all of them wait at the same time.
describe.concurrent('the order behind a call', () => {
  test('is fetched, kept in columns with the buyer masked, and completes the instance', async () => {
    const instance = await whenOrderIs(await buyOrder(), 'fetched')
    expect(instance).toMatchObject({
      productId: 'P-1',
      expireTime: '2030-01-01T00:00:00.000Z',
      order: {
        state: 'fetched',
        type: 'NEW',
        chargingMode: 'PERIOD',
        periodType: 'year',
        periodNumber: 1,
        productId: 'P-1',
        skuCode: 'sku-of-P-1',
        quantity: 10,
      },
    })
    expect(JSON.stringify(instance)).not.toContain('18688888888')
    expect(JSON.stringify(instance)).not.toContain('测试用户1')
  })

  test('is fetched once for a purchase that is resent', async () => {
    const order = sell()
    for (let i = 0; i < 5; i++) await buyOrder(order)
    await whenOrderIs(await buyOrder(order), 'fetched')
    expect(callsFor(order)).toEqual(['MKT.0000'])
  })

  test('is fetched later when the store is unreachable, and the purchase succeeds meanwhile', async () => {
    const order = sell()
    store.failQueries(order.orderId, 'refuse')
    const id = await buyOrder(order)
    expect(await whenOrderIs(id, 'waiting')).toMatchObject({ status: 'active' })
    await whenOrderIs(id, 'fetched')
    expect(callsFor(order)).toEqual(['refuse', 'MKT.0000'])
  })

  test('is asked for again after MKT.0250', async () => {
    const order = sell()
    store.failQueries(order.orderId, 'MKT.0250')
    await whenOrderIs(await buyOrder(order), 'fetched')
    expect(callsFor(order)).toEqual(['MKT.0250', 'MKT.0000'])
  })

  test.each(['MKT.0100', 'MKT.9001', 'MKT.9002', 'MKT.9003', 'MKT.9004'] as const)(
    'is never asked for again after %s, although that comes with HTTP 500',
    async (code) => {
      const order = sell()
      store.failQueries(order.orderId, code)
      const instance = await whenOrderIs(await buyOrder(order), 'refused')
      expect(instance['order']).toMatchObject({ code })
      await whenJobsAreOver(order)
      expect(callsFor(order)).toEqual([code])
    },
  )

  test('flags the instance when it shows several products on one line', async () => {
    const id = await buyOrder(sell({ otherProducts: ['P-2'] }))
    const instance = await whenOrderIs(id, 'fetched')
    expect(instance['attention']).toMatch(/2 products/)
  })

  test('does not overwrite a newer expiry or product when its answer is late', async () => {
    const bought = sell({ productId: 'old' })
    store.failQueries(bought.orderId, 'MKT.0250')
    const id = await buyOrder(bought)
    await storeCall(service, {
      activity: 'refreshInstance',
      instanceId: id,
      scene: 'RENEWAL',
      expireTime: '20400101000000',
      productId: 'new',
      ...sell({ productId: 'new' }),
    })
    const late = async () => {
      await retryNow(service.db)
      return callsFor(bought)
    }
    await until(late, (answers) => answers.includes('MKT.0000'))
    await whenJobsAreOver(bought)
    await whenOrderIs(id, 'fetched')
    expect(await instanceOf(service, id)).toMatchObject({
      productId: 'new',
      expireTime: '2040-01-01T00:00:00.000Z',
    })
  })

  test('is asked for again while it does not show the line', async () => {
    const { orderId, orderLineId } = sell()
    const order = store.orders.find(orderId)
    if (order === undefined) throw new Error('the order was not sold')
    const answer = { order: { ...order, orderLine: [] }, raw: {} }
    const called = { ok: true, code: 'MKT.0000', message: '', answer } as const
    const client = {
      call: () => Promise.resolve({ ...called, uncertain: false, body: {} }),
    } as unknown as StoreClient
    const line = { site: 'china', address: 'main', test: false, orderId, orderLineId }
    const job = { ...line, instanceId: null, callNamedProduct: false }
    const fetching = fetchOrder(job, client, service.app.services)
    await expect(fetching).rejects.toThrow(
      new RetryLaterError('unreadable: the order does not show the line'),
    )
    const kept = await findOrder(service.db, job)
    expect(kept).toMatchObject({ state: 'waiting', result_code: 'unreadable' })
  })

  test('gives an upgrade its new product', async () => {
    const id = await buyOrder()
    await whenOrderIs(id, 'fetched')
    const order = sell({ productId: 'bigger' })
    await storeCall(service, { activity: 'upgradeInstance', instanceId: id, ...order })
    const upgraded = await until(
      () => instanceOf(service, id),
      ({ productId }) => productId === 'bigger',
    )
    expect(upgraded).toMatchObject({ expireTime: '2030-01-01T00:00:00.000Z' })
  })

  test('of a notification is kept without an instance', async () => {
    const order = sell()
    await storeCall(service, { activity: 'orderNotify', ...order }, { path: 'orders' })
    const kept = () =>
      service.db
        .selectFrom('order_lines')
        .select('state')
        .where('order_id', '=', order.orderId)
        .execute()
    await until(kept, (rows) => rows[0]?.state === 'fetched')
    const { body } = await manage(service, `/instances?orderId=${order.orderId}`)
    expect(body['items']).toEqual([])
  })
})

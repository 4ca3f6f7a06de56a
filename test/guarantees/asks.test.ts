import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { read } from '../management/client.ts'
import {
  type Product,
  entranceOf,
  madeAtOnce,
  productSettings,
  startProduct,
} from '../harness/product.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { putOrder } from '../harness/sold.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'

// What the seller's product is asked for a purchase of SaaS V2, over two replicas and one store.

const credentials = { accessKey: 'seller-ak', secretKey: 'seller-sk' }
const limits = { jobsEveryMs: 100, tidyEveryMs: 200 }
const storeWaitsMs = 4_500

let product: Product
let store: OrderStore
let services: [TestService, TestService]
let now = () => new Date()

beforeAll(async () => {
  product = await startProduct()
  store = await startOrderStore(credentials)
  const settings = {
    ...productSettings(product),
    KOOGATE_STORE_URL: store.url.href,
    KOOGATE_STORE_AK: credentials.accessKey,
    KOOGATE_STORE_SK: credentials.secretKey,
  }
  const ports = { now: () => now() }
  const first = await startService({ settings, limits, ports })
  const { databaseUrl = '' } = first
  services = [first, await startService({ settings, limits, ports, databaseUrl })]
})
afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()))
  await Promise.all([product.close(), store.close()])
})
beforeEach(() => {
  product.answer = madeAtOnce
  now = () => new Date()
})

/** Buys as the store does, and measures how long it has waited. */
async function buy(order: { orderId: string; orderLineId: string }, at: TestService = services[0]) {
  const begun = performance.now()
  const { body } = await storeCall(at, purchaseOf(order))
  return { body, ms: performance.now() - begun }
}

const detail = (instanceId: unknown) =>
  read(services[0], 'InstanceDetail', `/instances/${String(instanceId)}`)
const query = async (instanceId: unknown) =>
  (await storeCall(services[1], { activity: 'queryInstance', instanceId })).body
const inUse = (instanceId: unknown) =>
  until(
    () => detail(instanceId),
    ({ status }) => status === 'active',
  )

describe('a purchase', () => {
  it('is asked for with the quantity and the buyer of its order, in the call of the store', async () => {
    const order = putOrder(store, { quantity: 7 })
    const { body } = await buy(order)
    expect(body).toMatchObject({ resultCode: '000000' })
    const [asked, ...others] = product.askedOf(order)
    expect(others).toEqual([])
    expect(asked).toMatchObject({
      type: 'provision.requested',
      data: {
        instanceId: body['instanceId'],
        attempt: 1,
        plan: { quantity: 7, products: [{ productId: 'P-basic', quantity: 7 }] },
        buyer: { mobilePhone: expect.stringMatching(/^\d+$/) as string },
      },
    })
    const info = [
      { instanceId: body['instanceId'], appInfo: entranceOf(String(body['instanceId'])) },
    ]
    expect(await query(body['instanceId'])).toMatchObject({ resultCode: '000000', info })
    const { asks, history } = await detail(body['instanceId'])
    expect(asks).toMatchObject([{ id: asked?.id, state: 'done', attempt: 1, answerCode: '200' }])
    expect(history.map(({ type }) => type)).toEqual(['instance.activated', 'instance.created'])
  })
})

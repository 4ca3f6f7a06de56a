import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signStoreRequest } from '../../src/crypto/ak-sk-signature.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import { orderInfoOf } from '../../src/simulator/products/order-info.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { products } from '../../src/simulator/products/products.ts'
import { playScenario } from '../../src/simulator/scenarios/scenario.ts'
import { lifeOfAnInstance } from '../../src/simulator/scenarios/saas-v2.ts'
import { createSellerView } from '../../src/simulator/scenarios/seller-view.ts'
import { send } from '../../src/simulator/calls/sender.ts'
import { signV2 } from '../../src/simulator/calls/sign-v2.ts'
import { createSimulatedStore } from '../../src/simulator/store/simulated-store.ts'
import { freePort } from '../../scripts/shared/child-process.ts'
import { type Proxy, startProxy } from '../harness/prism.ts'
import { type TestService, startService } from '../harness/service.ts'
import { type Reply, type TestSeller, startSeller, success } from '../simulator/seller.ts'

const keys = makeAccessKeys()
const credentials = { accessKey: 'TEST-ACCESS-KEY', secretKey: 'secret-key-for-tests' }

// The store, the proxy before it, the service that asks through it, and the proxy before the service.
let orderStore: OrderStore
let toStore: Proxy
let service: TestService
let toSeller: Proxy

beforeAll(async () => {
  const port = await freePort()
  orderStore = await startOrderStore({ ...credentials, signedHost: `127.0.0.1:${port}` })
  toStore = await startProxy('store', orderStore.url, port)
  service = await startService({
    settings: {
      KOOGATE_BASIC_KEY: keys.basic,
      KOOGATE_ORDER_KEY: keys.order,
      KOOGATE_STORE_URL: toStore.url.origin,
      KOOGATE_STORE_AK: credentials.accessKey,
      KOOGATE_STORE_SK: credentials.secretKey,
    },
  })
  toSeller = await startProxy('seller', service.url)
})
afterAll(async () => {
  await toSeller.stop()
  await service.stop()
  await toStore.stop()
  await orderStore.close()
})

test('a life of an instance passes through the contract in both directions', async () => {
  const store = createSimulatedStore({
    sellerUrl: toSeller.url,
    keys,
    clock: fastClock(),
    orderStore,
  })
  const seller = createSellerView(service.url, service.managementToken)
  const results = await playScenario(lifeOfAnInstance, { store, seller, orderStore })
  expect(results.flatMap(({ name, wrong }) => wrong.map((what) => `${name}: ${what}`))).toEqual([])
  const played = results.flatMap(({ delivery }) => delivery.attempts)
  expect(new Set(played.map(({ activity }) => activity))).toEqual(
    new Set([
      'newInstance',
      'queryInstance',
      'refreshInstance',
      'changeInstanceCheck',
      'upgradeInstance',
      'updateInstanceStatus',
      'orderNotify',
      'releaseInstance',
    ]),
  )
  expect(orderStore.calls.filter(({ answer }) => answer === 'MKT.0000').length).toBeGreaterThan(3)
  expect(toSeller.violations).toEqual([])
  expect(toStore.violations).toEqual([])
})

describe('what departs from the contract does not pass', () => {
  let tampered: TestSeller
  let reply: Reply = success
  let proxy: Proxy
  beforeAll(async () => {
    tampered = await startSeller(() => reply)
    proxy = await startProxy('seller', tampered.url)
  })
  afterAll(async () => {
    await proxy.stop()
    await tampered.close()
  })

  const query = { activity: 'queryInstance', instanceId: 'any' }

  async function callThrough(members: Readonly<Record<string, unknown>>, given: Reply = success) {
    reply = given
    const came = await send(signV2(new URL('/main/saas', proxy.url), keys.basic, members))
    if (came.kind !== 'answer') throw new Error(`no answer came: ${came.kind}`)
    return came
  }

  test('while a right answer does', async () => {
    expect(await callThrough(query)).toMatchObject({ status: 200 })
  })

  test.each<[string, Reply, string]>([
    ['an unknown code', { body: { resultCode: '000009', resultMsg: '' } }, 'resultCode'],
    ['no message', { body: { resultCode: '000000' } }, 'resultMsg'],
    [
      'an address that is too long',
      { body: { ...success.body, info: [{ instanceId: 'a', appInfo: { frontEndUrl: long() } }] } },
      'frontEndUrl',
    ],
    ['a page', { contentType: 'text/html', body: '<p>' }, 'media type'],
  ])('an answer with %s', async (_what, given, told) => {
    const { status, text } = await callThrough(query, given)
    expect(status).toBe(500)
    expect(text).toContain('VIOLATIONS')
    expect(text).toContain(told)
    await expect.poll(() => proxy.violations.length).toBeGreaterThan(0)
  })

  test('a request without its instance', async () => {
    const before = tampered.calls.length
    const { status } = await callThrough({ activity: 'queryInstance' })
    expect(status).toBe(422)
    expect(tampered.calls).toHaveLength(before)
  })

  test('an answer of the store without a mandatory member', async () => {
    const order = orderOf('CS2411210908ABCDE')
    // What the simulator's own types would not let it say.
    delete (order as { orderType?: string }).orderType
    orderStore.orders.add(order)
    const url = new URL('/api/mkp-openapi-public/global/v1/order/query', toStore.url)
    url.searchParams.set('orderId', order.orderId)
    const request = { ...credentials, method: 'GET', url, headers: {}, body: '', now: new Date() }
    const response = await fetch(url, { headers: signStoreRequest(request) })
    const text = await response.text()
    expect(response.status, text).toBe(500)
    expect(text).toContain('orderType')
  })
})

function orderOf(orderId: string) {
  const key = { orderId, orderLineId: `${orderId}-000001` }
  const sale = { orderType: 'NEW', placedAt: new Date(), product: products.oneTime, quantity: 1 }
  return orderInfoOf({ ...key, ...sale })
}

function long(): string {
  return `https://app.example.com/${'x'.repeat(600)}`
}

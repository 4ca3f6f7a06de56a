import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import { debugCases } from '../../src/simulator/calls/debug-cases.ts'
import { makeOrderKey } from '../../src/simulator/products/order-ids.ts'
import { startOrderStore, type OrderStore } from '../../src/simulator/api/order-store.ts'
import { products } from '../../src/simulator/products/products.ts'
import {
  createSimulatedStore,
  type SimulatedStore,
} from '../../src/simulator/store/simulated-store.ts'
import { clientAt } from '../store-api/client.ts'
import { startSeller, success, type TestSeller } from './seller.ts'

const credentials = { accessKey: 'AccessKey', secretKey: 'SecretKey' }
const instanceId = 'i-1'
let orderStore: OrderStore
let seller: TestSeller
let store: SimulatedStore

beforeEach(async () => {
  orderStore = await startOrderStore(credentials)
  seller = await startSeller(() => ({ body: { ...success.body, instanceId } }))
  const options = { sellerUrl: seller.url, keys: makeAccessKeys(), clock: fastClock() }
  store = createSimulatedStore({ ...options, orderStore })
})
afterEach(() => Promise.all([seller.close(), orderStore.close()]))

/** The order of the last call, read as a seller reads it. */
async function orderOfLastCall() {
  const { orderId, orderLineId } = lastCall()
  const query = { orderId: String(orderId), orderLineId: String(orderLineId) }
  const result = await clientAt([orderStore.url], credentials).call('queryOrder', { query })
  if (!result.ok) throw new Error(result.code)
  const { order } = result.answer
  const [line] = order.orderLine
  const [product] = line?.productInfo ?? []
  const { orderType } = order
  const { productId, linearValue } = product ?? {}
  return {
    orderType,
    periodNumber: line?.periodNumber,
    expireTime: line?.expireTime,
    productId,
    linearValue,
  }
}

const lastCall = () => seller.calls.at(-1)?.members ?? {}
const yearFromNow = (years: number) => String(new Date().getUTCFullYear() + years)

describe('what is sold can be read by the order query', () => {
  it('a purchase, with the terms of the wish', async () => {
    await store.buy({ product: products.standardYear, quantity: 12, periods: 2 })
    const order = await orderOfLastCall()
    const { productId } = products.standardYear
    expect(order).toMatchObject({ orderType: 'NEW', periodNumber: 2, productId, linearValue: 12 })
    expect(order.expireTime).toMatch(new RegExp(`^${yearFromNow(2)}\\d{4}235959$`))
  })

  it('a renewal counts from the present expiry, and cancelling it goes back there', async () => {
    await store.buy()
    const first = store.subscription(instanceId)?.expireTime
    await store.renew(instanceId, { periods: 3 })
    expect(lastCall()).toMatchObject({ activity: 'refreshInstance', scene: 'RENEWAL', instanceId })
    expect(lastCall()['expireTime']).toMatch(new RegExp(`^${yearFromNow(4)}\\d{4}235959000$`))
    expect(lastCall()).not.toHaveProperty('productId')
    expect(await orderOfLastCall()).toMatchObject({ orderType: 'RENEW', periodNumber: 3 })
    const renewal = lastCall()['orderId']

    await store.cancelRenewal(instanceId)
    expect(lastCall()).toMatchObject({ scene: 'UNSUBSCRIBE_RENEWAL_PERIOD' })
    expect(lastCall()['orderId']).not.toBe(renewal)
    expect(await orderOfLastCall()).toMatchObject({ orderType: 'UNSUBSCRIBE' })
    expect(store.subscription(instanceId)?.expireTime).toEqual(first)
    await expect(store.cancelRenewal(instanceId)).rejects.toThrow('was never renewed')
  })

  it('a change at renewal: the check tells the target, the call names it with a new kind of period only', async () => {
    const { professionalYear, standardMonth } = products
    await store.buy()
    await store.check(instanceId, { product: professionalYear, quantity: 80 })
    const { productId, skuCode, productName } = professionalYear
    expect(lastCall()).toMatchObject({
      activity: 'changeInstanceCheck',
      productInfo: { productId, skuCode, productName, linearValue: 80 },
    })
    await store.changeOnRenewal(instanceId, { product: professionalYear, quantity: 80 })
    expect(lastCall()).toMatchObject({ scene: 'RENEWAL_CHANGE' })
    expect(lastCall()).not.toHaveProperty('productId')
    expect(await orderOfLastCall()).toMatchObject({ productId, linearValue: 80 })
    await store.changeOnRenewal(instanceId, { product: standardMonth })
    expect(lastCall()).toMatchObject({ productId: standardMonth.productId })
  })

  it('an upgrade keeps the expiry', async () => {
    await store.buy()
    const before = store.subscription(instanceId)
    await store.upgrade(instanceId, { quantity: 100 })
    expect(lastCall()).toMatchObject({ activity: 'upgradeInstance', instanceId })
    expect(await orderOfLastCall()).toMatchObject({ orderType: 'CHANGE', linearValue: 100 })
    expect(store.subscription(instanceId)?.expireTime).toEqual(before?.expireTime)
  })

  it('a release has an order only when the buyer unsubscribes', async () => {
    await store.buy()
    await store.release(instanceId)
    expect(lastCall()).toEqual({ activity: 'releaseInstance', instanceId })
    await store.release(instanceId, { unsubscribed: true })
    expect(await orderOfLastCall()).toMatchObject({ orderType: 'UNSUBSCRIBE' })
  })

  it('a notification tells of a given order or of a new one', async () => {
    const { order } = await store.buy()
    await store.notify(order)
    expect(lastCall()).toEqual({ activity: 'orderNotify', ...order })
    await store.notify()
    const { productId } = products.oneTime
    expect(await orderOfLastCall()).toMatchObject({
      productId,
      periodNumber: null,
      expireTime: null,
    })
  })
})

describe('calls', () => {
  it('about what a test purchase made carry the flag, as the purchase did', async () => {
    await store.buy({ test: true })
    await store.renew(instanceId)
    await store.freeze(instanceId)
    expect(seller.calls.map(({ members }) => members['testFlag'])).toEqual(['1', '1', '1'])
  })

  it('about what was not sold here go out if no terms are needed, else reject', async () => {
    await store.freeze('i-other')
    await store.unfreeze('i-other')
    await store.release('i-other')
    await store.query('i-1,i-2')
    expect(seller.calls).toHaveLength(4)
    expect(lastCall()).toEqual({ activity: 'queryInstance', instanceId: 'i-1,i-2' })
    await expect(store.renew('i-other')).rejects.toThrow('i-other was not sold here')
  })

  it('replay the debug cases in the order that is given, once each', async () => {
    const { attempts } = await store.dialTest(debugCases.toReversed())
    expect(seller.calls.map(({ members }) => members)).toEqual(
      debugCases.toReversed().map(({ members }) => members),
    )
    expect(attempts).toHaveLength(debugCases.length)
  })
})

it('makes ids like the store’s: the minute in Beijing, and the first line', () => {
  const { orderId, orderLineId } = makeOrderKey(new Date('2022-11-18T10:19:59Z'))
  expect(orderId).toMatch(/^CS2211181819[0-9A-Z]{5}$/)
  expect(orderLineId).toBe(`${orderId}-000001`)
})

it('makes a key of its own for each interface type', () => {
  const keys = Object.values(makeAccessKeys())
  expect(new Set(keys).size).toBe(5)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/)
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalQuery, signStoreRequest } from '../../src/crypto/ak-sk-signature.ts'
import { mockOrderIds } from '../../src/simulator/products/mock-orders.ts'
import { startOrderStore, type OrderStore } from '../../src/simulator/api/order-store.ts'
import type { StoreClientOptions } from '../../src/store-api/create-store-client.ts'
import { sendToStore } from '../harness/contract-hook.ts'
import { clientAt } from '../store-api/client.ts'
import { storeScene } from '../store-api/scene.ts'

const credentials = { accessKey: 'AccessKey', secretKey: 'SecretKey' }
const orderQueryPath = '/api/mkp-openapi-public/global/v1/order/query'
let now: Date
let store: OrderStore

beforeEach(async () => {
  now = new Date('2024-11-21T09:08:46Z')
  store = await startOrderStore({ ...credentials, now: () => now })
})
afterEach(() => store.close())

describe('the fixed mock orders', () => {
  it('answer the yearly purchase as the store did at that moment', async () => {
    const answer = await askDirectly([['orderId', 'MOCKPERIODYEARNEW']])
    expect(answer).toEqual({ status: 200, body: storeScene('order-period-year-new') })
  })

  it.each([
    ['MOCKPERIODYEARNEW', 'NEW', 'PERIOD', 'year', '20251121235959'],
    ['MOCKONETIMENEW', 'NEW', 'ONE_TIME', null, null],
    ['MOCKONDEMAND', 'NEW', 'ON_DEMAND', null, null],
    ['MOCKONDEMANDPKG', 'NEW', 'ON_DEMAND_PKG', null, null],
    ['MOCKPERIODDAYTRIAL', 'TRIAL', 'PERIOD', 'day', '20241122235959'],
    ['MOCKMONTYTRIALTOFORMAL', 'TRIAL_TO_FORMAL', 'PERIOD', 'month', '20241221235959'],
    ['MOCKMONTYUNSUBSCRIBE', 'UNSUBSCRIBE', 'PERIOD', 'month', '20241221235959'],
    ['MOCKMONTYRENEW', 'RENEW', 'PERIOD', 'month', '20241221235959'],
    ['MOCKMONTYCHANGE', 'CHANGE', 'PERIOD', 'month', '20241221235959'],
  ])('%s is %s, %s, %s until %s', async (orderId, orderType, chargingMode, period, expireTime) => {
    const answer = await ask({ orderId, orderLineId: `${orderId}-000001` })
    const line = { chargingMode, periodType: period, expireTime }
    expect(answer).toMatchObject({
      ok: true,
      answer: {
        order: { orderId, orderType, createTime: '20241121090846', orderLine: [line] },
      },
    })
  })

  it('end on the last day of a shorter month', async () => {
    now = new Date('2025-01-31T23:00:00Z')
    expect(await expiryOf('MOCKMONTYRENEW')).toBe('20250228235959')
    now = new Date('2024-02-29T23:00:00Z')
    expect(await expiryOf('MOCKPERIODYEARNEW')).toBe('20250228235959')
    now = new Date('2024-12-31T23:00:00Z')
    expect(await expiryOf('MOCKPERIODDAYTRIAL')).toBe('20250101235959')
  })

  it('keep the contract, all nine of them', async () => {
    expect(mockOrderIds).toHaveLength(9)
    for (const orderId of mockOrderIds) {
      expect((await askDirectly([['orderId', orderId]])).status).toBe(200)
    }
  })
})

describe('orders that were sold', () => {
  const order = {
    orderId: 'CS2411210908ABCDE',
    orderType: 'NEW',
    createTime: '20241121090846',
    orderLine: [
      { orderLineId: 'CS2411210908ABCDE-000001', chargingMode: 'PERIOD' },
      { orderLineId: 'CS2411210908ABCDE-000002', chargingMode: 'ONE_TIME' },
    ],
  }

  it('are known once they are added', async () => {
    expect(await ask({ orderId: order.orderId })).toMatchObject({
      ok: false,
      kind: 'refused',
      code: 'MKT.0150',
    })
    store.orders.add(order)
    expect(store.orders.find(order.orderId)).toBe(order)
    expect(await ask({ orderId: order.orderId })).toMatchObject({
      ok: true,
      answer: { raw: order },
    })
  })

  it('answer with the one line that is asked for, and refuse a line they do not have', async () => {
    store.orders.add(order)
    const [, second] = order.orderLine
    const orderLineId = 'CS2411210908ABCDE-000002'
    expect(await ask({ orderId: order.orderId, orderLineId })).toMatchObject({
      ok: true,
      answer: { raw: { ...order, orderLine: [second] } },
    })
    expect(await ask({ orderId: order.orderId, orderLineId: 'CS-000001' })).toMatchObject({
      ok: false,
      code: 'MKT.0150',
    })
  })

  it('replace one another by their id', async () => {
    store.orders.add(order)
    store.orders.add({ ...order, orderType: 'CHANGE' })
    expect(await ask({ orderId: order.orderId })).toMatchObject({
      answer: { order: { orderType: 'CHANGE' } },
    })
  })
})

describe('the gateway', () => {
  it.each<[string, Partial<StoreClientOptions>]>([
    ['the signature does not match', { secretKey: 'another' }],
    ['the access key is unknown', { accessKey: 'Another' }],
  ])('refuses with its own form: %s', async (reason, options) => {
    const answer = await ask({ orderId: 'MOCKPERIODYEARNEW' }, options)
    expect(answer).toMatchObject({
      ok: false,
      kind: 'access',
      code: 'APIGW.0301',
      message: `Incorrect IAM authentication information: ${reason}`,
    })
    expect(store.calls.map((call) => call.answer)).toEqual(['APIGW.0301'])
  })

  it('answers 401 without a signature', async () => {
    const answer = await sendToStore(new URL(`${orderQueryPath}?orderId=CS1`, store.url))
    expect(answer).toMatchObject({ status: 401, body: { error_code: 'APIGW.0301' } })
  })

  it.each([
    ['GET', '/api/other'],
    ['GET', '/%zz'],
    ['POST', orderQueryPath],
  ])('answers 404 to %s %s', async (method, path) => {
    const answer = await sendToStore(new URL(path, store.url), { method })
    expect(answer).toMatchObject({ status: 404, body: { error_code: 'APIGW.0101' } })
  })
})

describe('parameters', () => {
  it.each<[number, string, readonly (readonly [string, string])[]]>([
    [400, 'MKT.0101', []],
    [
      400,
      'MKT.0101',
      [
        ['orderId', 'CS1'],
        ['colour', 'red'],
      ],
    ],
    [500, 'MKT.0100', [['orderId', 'x'.repeat(65)]]],
  ])('are refused with HTTP %d and %s: %j', async (status, resultCode, parameters) => {
    const answer = await askDirectly(parameters)
    expect(answer).toMatchObject({ status, body: { resultCode } })
  })
})

describe('failures on demand', () => {
  it('of an order are played in turn, then the orders are back, and every query is remembered', async () => {
    const faults = ['MKT.0250', 'MKT.0250', 'CBC.0999', 'MKT.0100', 'APIGW.0308'] as const
    store.failQueries('MOCKONDEMAND', ...faults)
    const query = { orderId: 'MOCKONDEMAND', orderLineId: 'MOCKONDEMAND-000001' }
    const answers = []
    for (let attempt = 0; attempt < 6; attempt += 1) answers.push(await ask(query))
    expect(answers).toMatchObject([
      { code: 'MKT.0250', kind: 'later' },
      { code: 'MKT.0250', kind: 'later' },
      { code: 'CBC.0999', kind: 'later' },
      { code: 'MKT.0100', kind: 'refused' },
      { code: 'APIGW.0308', kind: 'later' },
      { ok: true },
    ])
    expect(store.calls).toEqual(
      [...faults, 'MKT.0000'].map((answer) => ({ ...query, at: now, answer })),
    )
  })

  it('refuse the connection or never answer, and the caller may ask elsewhere', async () => {
    const other = await startOrderStore({ ...credentials, now: () => now })
    store.failQueries('MOCKONDEMAND', 'refuse', 'hang')
    const options = { hosts: [store.url, other.url], timeoutMs: 300 }
    const query = { orderId: 'MOCKONDEMAND' }
    expect(await ask(query, options)).toMatchObject({ ok: true })
    expect(await ask(query, options)).toMatchObject({ ok: true })
    expect(await ask(query, options)).toMatchObject({ ok: true })
    expect(store.calls.map(({ answer }) => answer)).toEqual(['refuse', 'hang', 'MKT.0000'])
    expect(other.calls).toHaveLength(2)
    await other.close()
  })
})

describe('the server', () => {
  it('closes with a query in flight, and its port is free again', async () => {
    store.failQueries('CS1', 'hang')
    const waiting = ask({ orderId: 'CS1' })
    await expect.poll(() => store.calls.length).toBe(1)
    await store.close()
    expect(await waiting).toMatchObject({ ok: false, kind: 'later', code: 'unreachable' })
    const port = Number(store.url.port)
    store = await startOrderStore({ ...credentials, port, now: () => now })
    expect(await ask({ orderId: 'MOCKONDEMAND' })).toMatchObject({ ok: true })
  })

  it('does not start at a port that is taken', async () => {
    const port = Number(store.url.port)
    await expect(startOrderStore({ ...credentials, port })).rejects.toThrow('EADDRINUSE')
  })
})

function ask(
  query: { orderId: string; orderLineId?: string },
  options: Partial<StoreClientOptions> = {},
) {
  const common = { ...credentials, timeoutMs: 2000, now: () => now }
  return clientAt([store.url], { ...common, ...options }).call('queryOrder', { query })
}

async function expiryOf(orderId: string) {
  const answer = await ask({ orderId })
  return answer.ok ? answer.answer.order.orderLine[0]?.expireTime : answer
}

async function askDirectly(parameters: readonly (readonly [string, string])[]) {
  const url = new URL(orderQueryPath, store.url)
  url.search = canonicalQuery(parameters)
  const signed = { ...credentials, method: 'GET', url, headers: {}, body: '', now }
  const { status, body } = await sendToStore(url, { headers: signStoreRequest(signed) })
  return { status, body }
}

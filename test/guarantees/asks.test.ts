import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askProduct } from '../../src/calls/asks/ask-product.ts'
import type { Address } from '../../src/domain/address.ts'
import { findAsk } from '../../src/db/ask/asks.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { createDeferred } from '../harness/deferred.ts'
import { read } from '../management/client.ts'
import {
  type AskedOfProduct,
  type Product,
  type ProductAnswer,
  entranceOf,
  madeAtOnce,
  productSettings,
  webhookSecret,
  startProduct,
} from '../harness/product.ts'
import { applicationFor, callB, getLicenseOf } from '../harness/licenses.ts'
import { isLong, scale } from '../harness/scale.ts'
import { type TestService, startService } from '../harness/service.ts'
import { putOrder } from '../harness/sold.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { appInfoIn, v1Purchase } from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { until } from '../harness/until.ts'

// What the seller's product is asked for a purchase of SaaS V2, over two replicas and one store.

const credentials = { accessKey: 'seller-ak', secretKey: 'seller-sk' }
// On a busy machine the order is not read as fast as in service.
const limits = { jobsEveryMs: 100, tidyEveryMs: 200, orderInCallMs: 3_000 }
// The store itself hangs up after 5 s.
const storeWaitsMs = 4_500
const hourMs = 60 * 60_000

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
  const hasty = { ...limits, portWithinMs: 300 }
  services = [first, await startService({ settings, limits: hasty, ports, databaseUrl })]
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
  const { body } = await storeCall(at, purchaseOf(order), { timestamp: String(now().getTime()) })
  return { body, ms: performance.now() - begun }
}

const detail = (instanceId: unknown) =>
  read(services[0], 'InstanceDetail', `/instances/${String(instanceId)}`)
const call = async (members: Readonly<Record<string, unknown>>) =>
  (await storeCall(services[1], members, { timestamp: String(now().getTime()) })).body
const query = (instanceId: unknown) => call({ activity: 'queryInstance', instanceId })
const inUse = (instanceId: unknown) =>
  until(
    () => detail(instanceId),
    ({ status }) => status === 'active',
    // Longer than the slowest product takes.
    isLong ? 60_000 : undefined,
  )
/** The service's clock from now on: so much ahead of the real one. */
const goAhead = (ms: number) => {
  now = () => new Date(Date.now() + ms)
}
/** How the product answers about one order; others are made at once. */
const answerOf = (order: { orderId: string }, answer: (asked: AskedOfProduct) => ProductAnswer) => {
  const others = product.answer
  product.answer = (asked) => (asked.data.orderId === order.orderId ? answer(asked) : others(asked))
}
/**
 * An attempt has left when the next one comes, which is written after its answer: a clock that goes ahead
 * before puts that off.
 */
const hasLeft =
  (attempt: number) =>
  ({ asks: [ask] }: ManagementSchemas['InstanceDetail']) =>
    ask !== undefined && ask.attempt >= attempt && (ask.nextAt ?? '') > ask.updatedAt
const alarmsOf = async (instanceId: unknown) =>
  (await read(services[0], 'AlarmList', `/alarms?subject=instance:${String(instanceId)}`)).items

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

  it(`is asked for under one id by ${scale.identicalCalls} identical calls at two replicas`, async () => {
    const order = putOrder(store)
    answerOf(order, (asked) => ({ ...madeAtOnce(asked), afterMs: 200 }))
    const calls = Array.from({ length: scale.identicalCalls }, (_, i) =>
      buy(order, services[i % 2]),
    )
    const answers = await Promise.all(calls)
    const ids = new Set(answers.flatMap(({ body }) => body['instanceId'] ?? []))
    const codes = new Set(answers.map(({ body }) => body['resultCode']))
    expect(ids.size).toBe(1)
    expect([...codes].filter((code) => code !== '000000' && code !== '000004')).toEqual([])
    // A replica of little patience may have left it to the worker.
    const again = async () => (await buy(order)).body
    const made = await until(again, ({ resultCode }) => resultCode === '000000')
    expect([made['instanceId']]).toEqual([...ids])
    const [asked, ...others] = product.askedOf(order)
    expect(others).toEqual([])
    expect([asked?.data.instanceId]).toEqual([...ids])
    expect(asked?.data.plan?.quantity).toBe(10)
  })

  it('is answered to its repeat too once the product has made it', async () => {
    const order = putOrder(store)
    answerOf(order, (asked) => ({ ...madeAtOnce(asked), afterMs: 200 }))
    const [one, other] = await Promise.all([buy(order), buy(order)])
    expect(one.body).toMatchObject({ resultCode: '000000' })
    expect(other.body).toEqual(one.body)
  })

  it('is answered in time and made at last, whoever is slow or away', async () => {
    const slow = putOrder(store)
    answerOf(slow, (asked) => ({ ...madeAtOnce(asked), afterMs: isLong ? 30_000 : 4_000 }))
    const away = putOrder(store)
    answerOf(away, (asked) => (asked.data.attempt === 1 ? { status: 503 } : madeAtOnce(asked)))
    const hanging = putOrder(store)
    store.failQueries(hanging.orderId, 'hang')
    const failing = putOrder(store)
    store.failQueries(failing.orderId, 'MKT.0999')
    // Refused for good: the store knows no such order.
    const refused = newOrder()
    const settings = productSettings(product)
    const { databaseUrl = '' } = services[0]
    const poor = await startService({ settings, limits, databaseUrl })
    const unread = newOrder()

    const orders = [slow, away, hanging, failing, refused]
    const answers = await Promise.all([...orders.map((order) => buy(order)), buy(unread, poor)])
    const codes = answers.map(({ body }) => body['resultCode'])
    expect(codes).toEqual(['000004', '000004', '000004', '000004', '000000', '000000'])
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(storeWaitsMs)
    for (const { body } of answers) await inUse(body['instanceId'])
    for (const order of [...orders, unread]) {
      const asked = product.askedOf(order)
      expect(new Set(asked.map(({ id }) => id)).size).toBe(1)
    }
    const [found] = product.askedOf(hanging)
    expect(found?.data.plan?.quantity).toBe(10)
    const [without] = product.askedOf(refused)
    expect(without?.data).toMatchObject({ plan: { products: [] }, buyer: null })
    expect(product.mostAtOnce).toBe(1)
    await poor.stop()
  })

  it('is not asked for again once the product has taken it, and is in use when it reports so', async () => {
    const order = putOrder(store)
    answerOf(order, () => ({ status: 202 }))
    const { body } = await buy(order)
    expect(body).toMatchObject({ resultCode: '000004' })
    const taken = await until(
      () => detail(body['instanceId']),
      ({ asks }) => asks[0]?.state === 'asked',
    )
    expect(taken.asks[0]).toMatchObject({ attempt: 1, nextAt: null, answerCode: '202' })
    expect((await buy(order)).body).toMatchObject({ resultCode: '000004' })
    const path = `/instances/${String(body['instanceId'])}/app-info`
    const entrance = entranceOf(String(body['instanceId']))
    const made = await read(services[1], 'InstanceDetail', path, { method: 'PUT', body: entrance })
    expect(made).toMatchObject({ status: 'active', asks: [{ state: 'done' }] })
    expect((await buy(order)).body).toMatchObject({ resultCode: '000000' })
    expect(product.askedOf(order)).toHaveLength(1)
  })

  it('is refused with the code of the product, and asked for anew when the store calls again', async () => {
    const order = putOrder(store)
    const soldOut = { code: '000106', reason: 'sold out' }
    answerOf(order, () => ({ status: 409, body: soldOut }))
    const { body } = await buy(order)
    expect(body).toMatchObject({ resultCode: '000106', resultMsg: 'sold out' })
    const [first] = product.askedOf(order)
    const refused = await detail(first?.data.instanceId)
    expect(refused).toMatchObject({ status: 'failed', failure: soldOut })
    expect(refused.asks).toMatchObject([{ state: 'refused', answerCode: '000106' }])

    product.answer = madeAtOnce
    expect((await buy(order)).body).toMatchObject({ resultCode: '000000' })
    const [, second] = product.askedOf(order)
    expect(second?.data.instanceId).toBe(first?.data.instanceId)
    expect(second?.id).not.toBe(first?.id)
  })

  it('keeps an answer that does not fit, shows it, and asks again', async () => {
    const order = putOrder(store)
    const faulty = { status: 200, body: { frontEndUrl: 'app.example.com' } }
    answerOf(order, (asked) => (asked.data.attempt === 1 ? faulty : madeAtOnce(asked)))
    const { body } = await buy(order)
    expect(body).toMatchObject({ resultCode: '000004' })
    const shown = await until(
      () => detail(body['instanceId']),
      ({ asks }) => asks[0]?.answerCode === '200',
    )
    expect(shown.asks[0]).toMatchObject({
      state: 'due',
      attempt: 1,
      lastError: expect.stringContaining('frontEndUrl') as string,
      lastAnswer: expect.stringContaining('app.example.com') as string,
    })
    const pause =
      Date.parse(shown.asks[0]?.nextAt ?? '') - Date.parse(shown.asks[0]?.updatedAt ?? '')
    expect(pause).toBe(5_000)
    goAhead(6_000)
    await inUse(body['instanceId'])
    expect(product.askedOf(order).map(({ data }) => data.attempt)).toEqual([1, 2])
  })

  it('is asked of nobody where its address has no webhook any more, or nobody is there', async () => {
    const { body } = await buy(putOrder(store))
    const { services: first } = services[0].app
    const about = { kind: 'provision', subject: String(body['instanceId']) } as const
    const ask = await findAsk(first.db, first.vault, about)
    expect(ask && (await askProduct(ask, undefined, first))).toEqual({
      ...{ outcome: 'failed', code: 'no-webhook', answer: null },
      error: 'the address has no webhook any more',
    })
    const gone = await startProduct()
    await gone.close()
    const webhook = { url: gone.url, secrets: [webhookSecret] }
    const address = { product: { webhook } } as unknown as Address
    expect(ask && (await askProduct(ask, address, first))).toMatchObject({
      ...{ outcome: 'failed', code: 'connection', answer: null },
    })
  })

  it('is overdue after three hours, with an alarm, and made late all the same', async () => {
    const order = putOrder(store)
    answerOf(order, () => ({ status: 500, body: 'no space left' }))
    const { body } = await buy(order)
    const { instanceId } = body
    await until(() => detail(instanceId), hasLeft(1))
    goAhead(2 * hourMs)
    await until(() => detail(instanceId), hasLeft(2))
    expect(await alarmsOf(instanceId)).toEqual([])
    goAhead(3 * hourMs + 60_000)
    // The instance is read before its asks, so one answer may show it as it was.
    const overdue = await until(
      () => detail(instanceId),
      (shown) =>
        shown.asks[0]?.state === 'overdue' && shown.attention !== null && hasLeft(3)(shown),
    )
    expect(overdue.attention).toContain('refunded')
    expect(overdue.history.map(({ type }) => type)).toContain('instance.overdue')
    expect(await alarmsOf(instanceId)).toMatchObject([{ key: 'ask.overdue', clearedAt: null }])
    expect(await query(instanceId)).toMatchObject({ resultCode: '000004' })

    product.answer = madeAtOnce
    goAhead(5 * hourMs)
    const made = await inUse(instanceId)
    expect(made).toMatchObject({ attention: null, asks: [{ state: 'done' }] })
    expect(await alarmsOf(instanceId)).toMatchObject([
      { key: 'ask.overdue', clearedAt: expect.any(String) as string },
    ])
    expect(await query(instanceId)).toMatchObject({ resultCode: '000000' })
  })

  it('that is released meanwhile stays so, and the product hears of it after its answer', async () => {
    const order = putOrder(store)
    const [made, failed] = [createDeferred<undefined>(), createDeferred<undefined>()]
    answerOf(order, (asked) => ({ ...madeAtOnce(asked), after: made.passed }))
    // It has made nothing that it would have to tear down, and says so before the other one.
    const failing = putOrder(store)
    answerOf(failing, () => ({ status: 500, after: failed.passed }))
    const [{ body: unmade }, { body }] = await Promise.all([
      buy(failing, services[1]),
      buy(order, services[1]),
    ])
    const { instanceId } = body
    expect(body).toMatchObject({ resultCode: '000004' })
    await until(
      () => Promise.resolve([failing, order].map((one) => product.askedOf(one).length)),
      (counts) => counts.join() === '1,1',
    )
    for (const one of [unmade['instanceId'], instanceId]) {
      const release = { activity: 'releaseInstance', instanceId: one }
      expect(await call(release)).toMatchObject({ resultCode: '000000' })
    }
    const cancelled = await detail(instanceId)
    expect(cancelled).toMatchObject({ status: 'released', asks: [{ state: 'cancelled' }] })
    failed.open(undefined)
    made.open(undefined)
    const told = await until(
      () => detail(instanceId),
      ({ history }) => history.filter(({ type }) => type === 'instance.released').length === 2,
    )
    expect(told).toMatchObject({ status: 'released', appInfo: null })
    expect(product.askedOf(order)).toHaveLength(1)
    const { history } = await detail(unmade['instanceId'])
    expect(history.filter(({ type }) => type === 'instance.released')).toHaveLength(1)
  })
})

describe('a purchase of V1', () => {
  it('has the entrance in the answer of the store, and is asked for with what the call tells', async () => {
    const bought = v1Purchase({ amount: '7' })
    const order = { orderId: bought['orderId'] ?? '' }
    const answer = await v1Call(services[0], bought)
    expect(answer.body['resultCode']).toBe('000000')
    expect(appInfoIn(answer)).toMatchObject({
      frontEndUrl: entranceOf(String(answer.body['instanceId'])).frontEndUrl,
    })
    const [asked, ...others] = product.askedOf(order)
    expect(others).toEqual([])
    expect(asked?.data).toMatchObject({
      orderLineId: null,
      plan: { quantity: 7, orderType: 'NEW' },
      buyer: { customerName: 'zhangsan' },
    })
    await v1Call(services[1], { ...bought, businessId: 'another' })
    expect(product.askedOf(order)).toHaveLength(1)
  })

  it('is answered before the store hangs up, and has the entrance when it calls again', async () => {
    const bought = v1Purchase()
    const order = { orderId: bought['orderId'] ?? '' }
    // The second replica waits for less long; the first one as long as in service, for a long run.
    const at = isLong ? services[0] : services[1]
    answerOf(order, (asked) => ({ ...madeAtOnce(asked), afterMs: isLong ? 30_000 : 1_000 }))
    const begun = performance.now()
    const answer = await v1Call(at, bought)
    expect(answer.body['resultCode']).toBe('000004')
    expect(performance.now() - begun).toBeLessThan(15_000)
    const later = await until(
      async () => (await v1Call(services[1], bought)).body,
      ({ resultCode }) => resultCode === '000000',
      40_000,
    )
    expect(later['instanceId']).toBe(answer.body['instanceId'])
    expect(product.askedOf(order)).toHaveLength(1)
  })
})

describe('a change', () => {
  it('is decided by the product while the buyer waits, and by the setting where it is silent', async () => {
    const order = putOrder(store)
    const { body } = await buy(order)
    const { instanceId } = body
    const productInfo = { productId: 'P-other', skuCode: 'S', linearValue: 80, productName: 'x' }
    // At the replica that waits for the product as long as in service.
    const ask = { activity: 'changeInstanceCheck', instanceId, productInfo }
    const check = async () => (await storeCall(services[0], ask)).body
    expect(await check()).toMatchObject({ resultCode: '000000' })
    const asked = product.asked.findLast(({ type }) => type === 'change.check')
    expect(asked?.data).toMatchObject({ instanceId, targets: [productInfo] })
    answerOf(order, () => ({ status: 200, body: { allowed: false, reason: 'too many users' } }))
    expect(await check()).toMatchObject({ resultCode: '000005', resultMsg: 'too many users' })
    answerOf(order, () => ({ status: 500 }))
    expect(await check()).toMatchObject({ resultCode: '000000' })
  })

  it('is told to the product once its order is known, with what was bought before, until it takes it', async () => {
    const order = putOrder(store)
    const { body } = await buy(order)
    const { instanceId } = body
    const change = putOrder(store, { type: 'CHANGE', quantity: 80 })
    answerOf(order, (asked) => ({ status: asked.data.attempt === 1 ? 500 : 204 }))
    const upgrade = { activity: 'upgradeInstance', instanceId, ...change }
    expect(await call(upgrade)).toMatchObject({ resultCode: '000000' })
    const failed = await until(
      () => detail(instanceId),
      ({ asks }) => asks[0]?.answerCode === '500',
    )
    expect(failed.asks).toMatchObject([
      { type: 'change.requested', subject: `order:${change.orderId}`, deadline: null },
      { type: 'provision.requested', state: 'done' },
    ])
    goAhead(6_000)
    await until(
      () => detail(instanceId),
      ({ asks }) => asks[0]?.state === 'done',
    )
    const changes = product.askedOf(order).filter(({ type }) => type === 'change.requested')
    expect(changes).toHaveLength(2)
    expect(changes[0]?.data).toMatchObject({
      scene: 'UPGRADE',
      changeOrderId: change.orderId,
      plan: { quantity: 80 },
      previousPlan: { quantity: 10, expireTime: null },
    })
  })
})

describe('a license', () => {
  it('of an online product is made by the product once for each application, and uploaded', async () => {
    const order = putOrder(store)
    const path = { path: 'license' } as const
    const bought = await storeCall(services[0], purchaseOf(order), path)
    const instanceId = String(bought.body['instanceId'])
    const application = applicationFor(instanceId)
    const answers = await Promise.all(
      services.map((service) => storeCall(service, application, path)),
    )
    expect(answers.map(({ body }) => body['resultCode'])).toContain('000000')
    const { items } = await read(services[0], 'LicenseList', `/licenses?instanceId=${instanceId}`)
    expect(items).toMatchObject([{ status: 'active', eventId: application['eventId'] }])
    const asked = product.askedOf(order).filter(({ type }) => type === 'license.issue_requested')
    expect(asked).toHaveLength(1)
    expect(asked[0]?.data).toMatchObject({
      ...{ licenseId: items[0]?.licenseId, plan: { quantity: 10 } },
      ...{ deviceFingerprint: application['deviceFingerprint'], identificationCode: null },
    })
    await until(
      () => Promise.resolve(store.uploads.length),
      (count) => count === 1,
    )
  })

  it('is not asked for again once it came for an instance that was frozen meanwhile', async () => {
    const order = putOrder(store)
    const path = { path: 'license' } as const
    const { body } = await storeCall(services[0], purchaseOf(order), path)
    const instanceId = String(body['instanceId'])
    const made = createDeferred<undefined>()
    answerOf(order, (asked) => ({ ...madeAtOnce(asked), after: made.passed }))
    const applying = storeCall(services[0], applicationFor(instanceId), path)
    await until(
      () => Promise.resolve(product.askedOf(order)),
      (all) => all.some(({ type }) => type === 'license.issue_requested'),
    )
    const freeze = { activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' }
    expect((await storeCall(services[1], freeze, path)).body['resultCode']).toBe('000000')
    made.open(undefined)
    await applying
    // Written after the answer to the store, should that not have waited so long.
    const { asks } = await until(
      () => detail(instanceId),
      ({ asks: [ask] }) => ask?.state === 'cancelled',
    )
    expect(asks[0]).toMatchObject({ type: 'license.issue_requested' })
  })

  it('of License 1.0 is in the answer, or in that of the next call once it is put', async () => {
    const quick = getLicenseOf()
    const answer = await callB(services[0], quick)
    const [asked] = product.askedOf({ orderId: quick['orderId'] ?? '' })
    expect(answer.body).toMatchObject({
      resultCode: '000000',
      license: `LICENSE ${asked?.data.licenseId}`,
    })
    expect(asked?.data).toMatchObject({
      ...{ deviceFingerprint: null, identificationCode: 'ID-20230420-001' },
    })
    const late = getLicenseOf()
    const order = { orderId: late['orderId'] ?? '' }
    answerOf(order, () => ({ status: 202 }))
    const waiting = await callB(services[0], late)
    expect(waiting.body).toMatchObject({ resultCode: '000004' })
    // A replica of little patience.
    expect((await callB(services[1], late)).body).toMatchObject({ resultCode: '000004' })
    const [taken] = product.askedOf(order)
    const content = `/licenses/${String(taken?.data.licenseId)}/content`
    await read(services[0], 'License', content, { method: 'PUT', body: { text: 'BY HAND' } })
    const made = await callB(services[0], late)
    expect(made.body).toMatchObject({ resultCode: '000000', license: 'BY HAND' })
    expect(product.askedOf(order)).toHaveLength(1)
  })
})

import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { read } from '../management/client.ts'
import {
  type AskedOfProduct,
  type Product,
  type ProductAnswer,
  madeAtOnce,
  productSettings,
  startProduct,
} from '../harness/product.ts'
import { applicationFor, callB, getLicenseOf } from '../harness/licenses.ts'
import { type TestService, startService } from '../harness/service.ts'
import { putOrder } from '../harness/sold.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Purchase } from '../harness/v1-store.ts'

// What an answer of the seller's product comes to, in the call of the store that asks for it.

const ordersInCall = 2

let product: Product
let store: OrderStore
let service: TestService
// A second replica, which waits for nobody.
let hasty: TestService

const written: string[] = []

beforeAll(async () => {
  product = await startProduct()
  store = await startOrderStore(credentials)
  service = await startService({
    settings: { ...productSettings(product), ...storeSettings(store) },
    // A busy machine reads the order and asks the product less fast than one in service does.
    limits: { ordersInCall, orderInCallMs: 3_000 },
    log: pino({ level: 'info' }, { write: (line: string) => void written.push(line) }),
  })
  hasty = await startService({
    settings: { ...productSettings(product), ...storeSettings(store) },
    limits: { ordersInCall: 0, portWithinMs: 200, jobsEveryMs: 100 },
    databaseUrl: service.databaseUrl ?? '',
  })
})
afterAll(async () => {
  await Promise.all([hasty.stop(), service.stop()])
  await Promise.all([product.close(), store.close()])
})
beforeEach(() => {
  product.answer = madeAtOnce
})

const call = async (members: Readonly<Record<string, unknown>>) =>
  (await storeCall(service, members)).body
const buy = (order = putOrder(store)) => call(purchaseOf(order))
const detail = (instanceId: unknown) =>
  read(service, 'InstanceDetail', `/instances/${String(instanceId)}`)
/** What became of the last ask; what an attempt came to is kept after the store has its answer. */
const lastAsk = (instanceId: unknown) =>
  expect.poll(async () => (await detail(instanceId)).asks[0], { timeout: 10_000 })
/** How the product answers from now on when it is asked for this, and at once for all else. */
const answerWith = (type: string, answer: (asked: AskedOfProduct) => ProductAnswer) => {
  product.answer = (asked) => (asked.type === type ? answer(asked) : madeAtOnce(asked))
}

describe('a purchase', () => {
  test.each([
    ['that is not JSON', 'not JSON', 'the body is not JSON'],
    ['without an entrance', {}, 'frontEndUrl'],
  ])('whose answer is 200 %s waits, and the operator is shown why', async (_what, body, why) => {
    answerWith('provision.requested', () => ({ status: 200, body }))
    const { instanceId, resultCode } = await buy()
    expect(resultCode).toBe('000004')
    const lastError = expect.stringContaining(why) as string
    await lastAsk(instanceId).toMatchObject({ state: 'due', answerCode: '200', lastError })
  })

  test.each([
    ['000106', '000106'],
    // The quota of an order: a license may be refused so.
    ['000900', '000004'],
  ])('that the product refuses with %s is %s to the store', async (code, resultCode) => {
    answerWith('provision.requested', () => ({ status: 409, body: { code, reason: 'no' } }))
    expect(await buy()).toMatchObject({ resultCode })
  })

  test('whose order was read is asked for anew although the store does not show it again', async () => {
    const order = putOrder(store, { quantity: 7 })
    const refusal = { status: 409, body: { code: '000106', reason: 'sold out' } }
    answerWith('provision.requested', () => refusal)
    expect(await buy(order)).toMatchObject({ resultCode: '000106' })
    store.failQueries(order.orderId, 'MKT.0999')
    product.answer = madeAtOnce
    expect(await buy(order)).toMatchObject({ resultCode: '000000' })
    expect(product.askedOf(order).map(({ data }) => data.plan?.quantity)).toEqual([7, 7])
  })

  test('is asked for with its order, however many were before it', async () => {
    for (let n = 0; n <= ordersInCall; n += 1) {
      const order = putOrder(store)
      expect(await buy(order), `${n}`).toMatchObject({ resultCode: '000000' })
      expect(product.askedOf(order)).toMatchObject([{ data: { plan: { quantity: 10 } } }])
    }
  })

  test('is asked for after the call where the store may not be asked in it', async () => {
    const order = putOrder(store)
    const { body } = await storeCall(hasty, purchaseOf(order))
    expect(body).toMatchObject({ resultCode: '000004' })
    await lastAsk(body['instanceId']).toMatchObject({ state: 'done' })
    expect(product.askedOf(order)).toMatchObject([{ data: { plan: { quantity: 10 } } }])
  })

  test.each([
    [{ status: 500 }, { level: 40, outcome: 'failed', code: '500', error: 'HTTP 500' }],
    [{ status: 202 }, { level: 30, outcome: 'taken' }],
  ])('that the product answers with %j has one line that says so', async (answer, told) => {
    answerWith('provision.requested', () => answer)
    const { instanceId } = await buy()
    const lines = written
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(
        (line) => line['msg'] === 'the product was asked' && line['instanceId'] === instanceId,
      )
    const [ask, ms] = [expect.any(String) as string, expect.any(Number) as number]
    const about = { ask, type: 'provision.requested', attempt: 1, ms }
    expect(lines).toEqual([expect.objectContaining({ ...about, ...told })])
  })

  test('of several products is asked for with all of them', async () => {
    const order = putOrder(store, { otherProducts: ['P-more'] })
    await buy(order)
    const products = ['P-basic', 'P-more'].map((productId) => ({ productId, quantity: 10 }))
    expect(product.askedOf(order)).toMatchObject([{ data: { plan: { products } } }])
  })

  test('of an order that the store does not know is asked for with nothing but its ids', async () => {
    const order = newOrder()
    expect(await buy(order)).toMatchObject({ resultCode: '000000' })
    const [asked] = product.askedOf(order)
    expect(asked?.data).toMatchObject({ ...order, buyer: null })
    expect(asked?.data.plan).toMatchObject({ extendParams: [], products: [], quantity: null })
  })

  test('of V1 that it has refused is refused to V2 as well, and asked for when that calls again', async () => {
    const order = putOrder(store)
    const refusal = { status: 409, body: { code: '000106', reason: 'sold out' } }
    answerWith('provision.requested', () => refusal)
    const { body } = await v1Call(service, v1Purchase({ orderId: order.orderId }))
    expect(body['resultCode']).toBe('000106')
    product.answer = madeAtOnce
    expect(await buy(order)).toMatchObject({ resultCode: '000106', resultMsg: 'sold out' })
    expect(product.askedOf(order)).toHaveLength(1)
    expect(await buy(order)).toMatchObject({ resultCode: '000000' })
  })

  test('of V1 with an account that V1 could not answer waits, and the operator is shown why', async () => {
    const entrance = { frontEndUrl: 'https://a.example', userName: 'u'.repeat(120) }
    answerWith('provision.requested', () => ({ status: 200, body: entrance }))
    const { body } = await v1Call(service, v1Purchase())
    expect(body['resultCode']).toBe('000004')
    const lastError = expect.stringContaining('HTTP 200: userName is longer than') as string
    await lastAsk(body['instanceId']).toMatchObject({ state: 'due', lastError })
  })
})

test('the product may take as long as the store calls again, which each family has its own time for', async () => {
  const [v1, b] = [v1Purchase(), getLicenseOf()]
  const a = await storeCall(service, purchaseOf(putOrder(store)), { path: 'license' })
  await Promise.all([v1Call(service, v1), callB(service, b)])
  const { instanceId: v2 } = await buy()
  const hours = [v2, v1['businessId'], a.body['instanceId'], b['businessId']].map(async (id) => {
    const deadline = (await detail(id)).asks[0]?.deadline ?? null
    return deadline && Math.round((Date.parse(deadline) - Date.now()) / 3_600_000)
  })
  expect(await Promise.all(hours)).toEqual([3, 3, 2, null])
})

describe('a change', () => {
  test.each([
    [200, 'done', '200'],
    [299, 'done', '200'],
    [304, 'due', '304'],
  ])('that the product answers with %i is %s', async (status, state, answerCode) => {
    const { instanceId } = await buy()
    answerWith('change.requested', () => ({ status }))
    const change = putOrder(store, { type: 'CHANGE', quantity: 80 })
    await call({ activity: 'upgradeInstance', instanceId, ...change })
    const type = 'change.requested'
    await lastAsk(instanceId).toMatchObject({ type, state, attempt: 1, answerCode })
  })

  test('tells the plan before it, with its expiry, and that it was a trial', async () => {
    const order = putOrder(store, { type: 'TRIAL' })
    const { instanceId } = await buy(order)
    const renewal = { activity: 'refreshInstance', instanceId, scene: 'RENEWAL' }
    const expireTime = '20300101000000'
    await call({ ...renewal, ...putOrder(store, { type: 'RENEW', expireTime }), expireTime })
    const change = putOrder(store, { type: 'CHANGE', quantity: 80, expireTime })
    await call({ activity: 'upgradeInstance', instanceId, ...change })
    const told = () => product.askedOf(order).find(({ type }) => type === 'change.requested')
    await expect.poll(told, { timeout: 10_000 }).toMatchObject({
      data: {
        plan: { quantity: 80 },
        previousPlan: { quantity: 10, trial: true, expireTime: '2030-01-01T00:00:00.000Z' },
      },
    })
  })

  test('is decided by the setting where the product is gone, and that is logged', async () => {
    const gone = await startProduct()
    const { databaseUrl = '' } = service
    const settings = productSettings(gone)
    const lonely = await startService({ settings, databaseUrl })
    const { instanceId } = await buy()
    await gone.close()
    const check = { activity: 'changeInstanceCheck', instanceId, productInfo: { productId: 'P' } }
    const logged = vi.spyOn(lonely.app.services.log, 'warn')
    expect((await storeCall(lonely, check)).body).toMatchObject({ resultCode: '000000' })
    const why = { instanceId, error: expect.any(String) as string }
    expect(logged).toHaveBeenCalledWith(why, 'change.check unanswered')
    await lonely.stop()
  })
})

describe('a license', () => {
  const path = { path: 'license' } as const
  /** Applies for a license of a new instance, at one of the two. */
  async function applyAt(replica: TestService) {
    const { body } = await storeCall(service, purchaseOf(putOrder(store)), path)
    const application = applicationFor(String(body['instanceId']))
    const applied = await storeCall(replica, application, path)
    return { instanceId: body['instanceId'], eventId: application['eventId'], body: applied.body }
  }

  test.each(['000900', '000106'])('may be refused with %s', async (code) => {
    answerWith('license.issue_requested', () => ({ status: 409, body: { code, reason: 'no' } }))
    const { body } = await applyAt(service)
    expect(body).toMatchObject({ resultCode: code, resultMsg: 'no' })
  })

  test('may be a file, which is uploaded as it is', async () => {
    const bytes = Buffer.from([0, 255, 10, 13])
    const body = { fileName: 'seat.lic', base64: bytes.toString('base64') }
    answerWith('license.issue_requested', () => ({ status: 200, body }))
    const { eventId } = await applyAt(service)
    const uploaded = () => store.uploads.find((one) => one.eventId === eventId)
    await expect
      .poll(uploaded, { timeout: 10_000 })
      .toMatchObject({ file: { name: 'seat.lic', bytes } })
  })

  test('of License 1.0 that was refused is asked for by the next call, of the order as it was told first', async () => {
    answerWith('license.issue_requested', () => ({
      status: 409,
      body: { code: '000106', reason: 'no' },
    }))
    const call = getLicenseOf({ amount: '3' })
    expect((await callB(service, call)).body).toMatchObject({ resultMsg: 'no' })
    product.answer = madeAtOnce
    const { body } = await callB(service, { ...call, amount: '4' })
    expect(body).toMatchObject({ resultCode: '000000', instanceId: call['businessId'] })
    expect(await detail(body['instanceId'])).toMatchObject({ order: { quantity: 3 } })
  })

  test('of License 1.0 that is a file waits, and the operator is shown why', async () => {
    const body = { fileName: 'seat.lic', base64: 'TElD' }
    answerWith('license.issue_requested', () => ({ status: 200, body }))
    const call = getLicenseOf()
    expect((await callB(service, call)).body).toMatchObject({ resultCode: '000004' })
    const lastError = expect.stringMatching(/^HTTP 200: ./) as string
    await lastAsk(call['businessId']).toMatchObject({ state: 'due', answerCode: '200', lastError })
  })

  test.each([
    [{ status: 200, body: { text: 'LATE' } }, 'active', 'done'],
    [{ status: 409, body: { code: '000900', reason: 'no' } }, 'failed', 'refused'],
    [{ status: 500 }, 'provisioning', 'due'],
  ])('that comes after the store has its answer is kept: %j', async (answer, status, state) => {
    answerWith('license.issue_requested', () => ({ ...answer, afterMs: 400 }))
    const { instanceId, body } = await applyAt(hasty)
    expect(body).toMatchObject({ resultCode: '000004' })
    const answerCode = expect.any(String) as string
    await lastAsk(instanceId).toMatchObject({ state, attempt: 1, answerCode })
    const of = `/licenses?instanceId=${String(instanceId)}`
    expect((await read(service, 'LicenseList', of)).items).toMatchObject([{ status }])
  })
})

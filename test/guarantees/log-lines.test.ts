import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'
import { type Receiver, ok, startReceiver, status } from '../harness/receiver.ts'
import { type TestService, newId, secrets, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'

const written: string[] = []
const lines = (message: string) =>
  written
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === message)
const credentials = { accessKey: 'seller-ak', secretKey: 'seller-sk-of-some-length' }
const webhookSecret = newWebhookSecret()

let store: OrderStore
let product: Receiver
let service: TestService
beforeAll(async () => {
  store = await startOrderStore(credentials)
  product = await startReceiver(() => webhookSecret)
  service = await startService({
    log: pino({ level: 'debug' }, { write: (line: string) => void written.push(line) }),
    settings: {
      KOOGATE_STORE_URL: store.url.origin,
      KOOGATE_STORE_AK: credentials.accessKey,
      KOOGATE_STORE_SK: credentials.secretKey,
      KOOGATE_WEBHOOK_URL: product.url,
      KOOGATE_WEBHOOK_SECRET: webhookSecret,
    },
    limits: { jobsEveryMs: 100 },
    ports: { postSigned: createPostSigned({ allow: { ranges: [], loopback: true } }) },
  })
})
beforeEach(() => written.splice(0))
afterAll(async () => {
  await service.stop()
  await Promise.all([store.close(), product.close()])
})

test('a call of the store has one line, with its ids, its code and how long it took', async () => {
  const order = newOrder()
  const instanceId = await buy(service, order)
  const [line, ...others] = lines('store call')
  expect(others).toEqual([])
  expect(line).toMatchObject({
    level: pino.levels.values['info'],
    family: 'saas-v2',
    activity: 'newInstance',
    address: 'main',
    ...order,
    instanceId,
    code: '000000',
  })
  expect(line?.['ms']).toBeTypeOf('number')
})

test('a refused call is a warning that says why', async () => {
  await storeCall(service, { activity: 'queryInstance', instanceId: newId() })
  expect(lines('store call')).toMatchObject([
    { level: pino.levels.values['warn'], code: '000003', reason: expect.any(String) as string },
  ])
})

test.each([
  ['newInstance', 'newInstance'],
  ['queryInstance', 'queryInstance'],
  ['a text of any length', 'unknown'],
  [5, 'unknown'],
  [null, 'unknown'],
])('a call that breaks its contract has its activity told, %j as %s', async (said, activity) => {
  const purchase = { ...purchaseOf(), activity: said, businessId: 'x'.repeat(65), instanceId: 5 }
  const { body } = await storeCall(service, purchase)
  expect(body).toMatchObject({ resultCode: '000002' })
  expect(lines('store call')).toMatchObject([{ activity, code: '000002' }])
})

test('a purchase that fails with a fault has its activity told', async () => {
  const { code, activity } = await failing(purchaseOf())
  expect([code, activity]).toEqual(['000005', 'newInstance'])
})

test('of calls that are not verified a burst is told, and the rest to who asks for it', async () => {
  for (let calls = 0; calls < 25; calls++) {
    await storeCall(service, purchaseOf(), { key: 'a-key-of-nobody' })
  }
  const levels = lines('store call refused unverified').map(({ level }) => level)
  expect(levels).toHaveLength(25)
  expect(levels.filter((level) => level === pino.levels.values['warn'])).toHaveLength(20)
})

test('a call to the store has one line', async () => {
  const order = newOrder()
  await buy(service, order)
  const [line] = await until(
    () => Promise.resolve(lines('outbound call').filter((one) => one['orderId'] === order.orderId)),
    (found) => found.length > 0,
  )
  expect(line).toMatchObject({
    method: 'GET',
    host: store.url.host,
    status: expect.any(Number) as number,
  })
  expect(line?.['ms']).toBeTypeOf('number')
})

test.each([
  ['that is taken', ok, { level: pino.levels.values['info'], status: 204, error: null }],
  [
    'that is refused',
    status(500),
    { level: pino.levels.values['warn'], status: 500, error: 'status 500' },
  ],
])('an event %s by an endpoint has one line', async (_, answer, told) => {
  product.answer = answer
  const instanceId = await buy(service, newOrder())
  const [sent] = await until(
    () => Promise.resolve(product.received.filter(({ data }) => data['instanceId'] === instanceId)),
    ({ length }) => length > 0,
  )
  const attempts = () => lines('webhook delivery').filter(({ event }) => event === sent?.id)
  const found = await until(
    () => Promise.resolve(attempts()),
    ({ length }) => length > 0,
  )
  const about = { endpoint: 'settings', type: 'instance.created', attempt: 1 }
  expect(found).toMatchObject([{ ...about, ...told, ms: expect.any(Number) as number }])
})

test('no line holds a key, a token, a mobile, an e-mail or a name', async () => {
  const personal = {
    mobilePhone: '13900001111',
    email: 'buyer@example.com',
    saasExtendParams: 'W10=',
  }
  await storeCall(service, purchaseOf(newOrder(), personal))
  await storeCall(service, purchaseOf(newOrder(), { ...personal, chargingMode: [] }))
  const all = written.join('')
  for (const secret of [
    ...secrets,
    ...[webhookSecret, credentials.secretKey, '13900001111', 'buyer@example.com'],
  ]) {
    expect(all).not.toContain(secret)
  }
})

/** The line of a call while the database takes no instance. */
async function failing(members: Readonly<Record<string, unknown>>) {
  await sql`alter table sold_instances add constraint spoilt check (false) not valid`.execute(
    service.db,
  )
  try {
    await storeCall(service, members)
  } finally {
    await sql`alter table sold_instances drop constraint spoilt`.execute(service.db)
  }
  return lines('store call')[0] ?? {}
}

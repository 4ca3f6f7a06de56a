import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { type OpenDatabase, openServer } from '../../src/db/database.ts'
import { findOrder } from '../../src/db/order/orders.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { snapshotOf } from '../harness/database-snapshot.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess, statusOf } from '../harness/process.ts'
import { type Proxy, startProxy } from '../harness/proxy.ts'
import { managementToken } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { until } from '../harness/until.ts'

// The database is away for the service alone: the test itself looks at it past the proxy. The
// service runs in a process of its own, so that an error that nobody catches would end it.
let database: OpenDatabase
let proxy: Proxy
let store: OrderStore
let service: ServiceProcess

// Four tenths of what holds in service, which a busy machine still keeps.
const limits = {
  answerWithinMs: 1_600,
  portWithinMs: 1_200,
  connectWithinMs: 1_200,
  queryWithinMs: 1_600,
  readyWithinMs: 400,
  jobsEveryMs: 100,
  // A claim whose answer came too late is nobody's until its lease is over.
  jobLeaseMs: 4_000,
  idleConnectionMs: 1_000,
}
// The machine may be busy with other things, too.
const answeredWithinMs = limits.answerWithinMs + 2_000
const recoversWithinMs = 15_000

beforeAll(async () => {
  const url = await createDatabase(inject('postgresUrl'))
  database = openServer(url)
  proxy = await startProxy(url)
  store = await startOrderStore(credentials)
  const settings = {
    KOOGATE_PROVISIONING: 'manual',
    ...storeSettings(store),
  }
  service = await serviceProcess(proxy.url, settings, { limits })
  service.launch()
  await service.ready()
  // What is compiled at the first calls is not a part of what is waited for.
  await until(
    () => Promise.all(orders().map((order) => timed(purchaseOf(order)))),
    (answers) => answers.every(({ code }) => code === '000004'),
  )
})
afterAll(async () => {
  await service.kill()
  await service.stop()
  await proxy.close()
  await store.close()
  await database.close()
})

type Order = ReturnType<typeof newOrder>

/** Bought before the database went away, and answered 000004 (real) and 000000 (test). */
let before: Order

beforeEach(async () => {
  // Whatever a test before this one left it in.
  await proxy.pass()
  await service.ready()
  before = newOrder()
  expect((await timed(purchaseOf(before))).code).toBe('000004')
  expect((await timed(purchaseOf(before, { testFlag: '1' }))).code).toBe('000000')
})
afterEach(async () => {
  expect(service.isRunning(), service.output()).toBe(true)
  const { instances } = await snapshotOf(database.db, before)
  expect(instances.map(({ test }) => test)).toEqual([false, true])
  expect((await timed(purchaseOf(before))).code).toBe('000004')
  expect((await timed(purchaseOf(before, { testFlag: '1' }))).code).toBe('000000')
})

interface Timed {
  readonly code: unknown
  readonly milliseconds: number
}

async function timed(members: Readonly<Record<string, unknown>>): Promise<Timed> {
  const start = performance.now()
  const { body } = await storeCall(service, members)
  return { code: body['resultCode'], milliseconds: performance.now() - start }
}

// More at once than the service has connections to its database.
const orders = () => Array.from({ length: 40 }, () => newOrder())

/** Buys all at once; every answer must come in time. Returns the codes that occurred. */
async function codesOf(bought: readonly Order[]): Promise<string[]> {
  const answers = await Promise.all(bought.map((order) => timed(purchaseOf(order))))
  const slowest = Math.max(...answers.map(({ milliseconds }) => milliseconds))
  expect(slowest).toBeLessThan(answeredWithinMs)
  return [...new Set(answers.map(({ code }) => String(code)))].sort()
}

async function expectAway(): Promise<void> {
  const [live, ready, management] = await Promise.all([
    statusOf(`${service.url}/health/live`),
    statusOf(`${service.url}/health/ready`),
    statusOf(`${service.url}/api/v1/instances`, { authorization: `Bearer ${managementToken}` }),
  ])
  expect({ live, ready, management }).toEqual({ live: 200, ready: 503, management: 503 })
}

/** Nobody restarts or tells the service: it must be ready and sell again by itself. */
async function expectRecovery(): Promise<void> {
  const start = performance.now()
  await service.ready(recoversWithinMs)
  await until(
    () => timed(purchaseOf()),
    ({ code }) => code === '000004',
  )
  expect(performance.now() - start).toBeLessThan(recoversWithinMs)
  expect(await statusOf(`${service.url}/health/live`)).toBe(200)
}

/** Whose order the store was asked for, whatever jobs were in hand when the database fell silent. */
async function expectOneInstanceEach(bought: readonly Order[]): Promise<void> {
  for (const order of bought) {
    const { instances, jobs } = await snapshotOf(database.db, order)
    expect(instances).toHaveLength(1)
    expect(jobs).toBeLessThanOrEqual(1)
    const asked = () =>
      findOrder(database.db, { site: 'china', address: 'main', test: false, ...order })
    await until(asked, (row) => row !== undefined)
  }
}

test('silent: calls get 000005, and no connection that hung is used for ever', async () => {
  const sold = orders()
  expect(await codesOf(sold)).toEqual(['000004'])
  await expectOneInstanceEach(sold)
  await proxy.hang()
  // Those that write groups of calls, and those of the job queue.
  expect(proxy.hungConnections()).toBeGreaterThan(4)
  const missed = orders()
  expect(await codesOf(missed)).toEqual(['000005'])
  await expectAway()
  await proxy.pass()
  await expectRecovery()
  expect(await codesOf(missed)).toEqual(['000004'])
  await expectOneInstanceEach(missed)
  await until(
    () => Promise.resolve(proxy.hungConnections()),
    (count) => count === 0,
  )
})

test('refused: calls get 000005, and succeed when they are resent later', async () => {
  await proxy.refuse()
  const missed = orders()
  expect(await codesOf(missed)).toEqual(['000005'])
  await expectAway()
  await proxy.pass()
  await expectRecovery()
  expect(await codesOf(missed)).toEqual(['000004'])
  await expectOneInstanceEach(missed)
})

test('cut off in the middle of statements: calls get 000005, and none of them counts twice', async () => {
  await proxy.pass(400)
  const missed = orders()
  const answers = codesOf(missed)
  await until(
    () => Promise.resolve(proxy.delayedAnswers()),
    (count) => count >= 2,
  )
  await proxy.refuse()
  expect(await answers).toEqual(['000005'])
  await expectAway()
  await proxy.pass()
  await expectRecovery()
  expect(await codesOf(missed)).toEqual(['000004'])
  await expectOneInstanceEach(missed)
})

test('slow: calls get 000005 before the store hangs up, however long they waited for what', async () => {
  await proxy.pass(80)
  expect(await codesOf(orders())).toEqual(['000004'])
  // Written together they take 1 s or twice that; whoever waits longer has 000005.
  await proxy.pass(1_000)
  const late = orders()
  expect(['000004', '000005']).toEqual(expect.arrayContaining(await codesOf(late)))
  await proxy.pass(2_400)
  const missed = orders()
  expect(await codesOf(missed)).toEqual(['000005'])
  await expectAway()
  await proxy.pass()
  await expectRecovery()
  // A connection may still owe an answer of the slow time: as the store does, whoever hears so resends.
  await until(
    () => codesOf([...late, ...missed]),
    (codes) => codes.join() === '000004',
  )
  await expectOneInstanceEach([...late, ...missed])
})

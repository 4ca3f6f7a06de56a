import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { orderInfoOf } from '../../src/simulator/products/order-info.ts'
import { products } from '../../src/simulator/products/products.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { databases } from '../harness/scale.ts'
import { type TestService, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { until } from '../harness/until.ts'

// Nobody looks again before the test is over: what is read is read at the first look, or because the
// worker was told of it.
const limits = { jobsEveryMs: 3_600_000 }

let store: OrderStore
let services: TestService[]

beforeEach(async () => {
  store = await startOrderStore(credentials)
  services = []
})
afterEach(async () => {
  for (const service of services.reverse()) await service.stop()
  await store.close()
})

/** A replica; one that only sells has no keys for the store. */
async function start(more: Parameters<typeof startService>[0] = {}, reads = true) {
  const settings = storeSettings(store)
  const service = await startService({ limits, ...(reads && { settings }), ...more })
  services.push(service)
  return service
}

/** Sells an order that the store tells. */
async function sell(service: TestService) {
  const order = newOrder()
  const product = products.standardYear
  store.orders.add(
    orderInfoOf({ ...order, orderType: 'NEW', placedAt: new Date(), product, quantity: 1 }),
  )
  await storeCall(service, purchaseOf(order))
  return order
}

const fetched = async ({ db }: TestService, orderIds: readonly string[]) => {
  const rows = await db
    .selectFrom('order_lines')
    .select('order_id')
    .where('state', '=', 'fetched')
    .where('order_id', 'in', orderIds)
    .execute()
  return rows.length
}

const jobsLeft = async ({ db }: TestService) => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from jobs`.execute(db)
  return rows[0]?.count
}

test('fifty orders that wait are read by one replica at its first look, eight at once at most', async () => {
  const seller = await start({}, false)
  const orders = []
  for (let i = 0; i < 50; i++) orders.push(await sell(seller))
  expect(await jobsLeft(seller)).toBe(50)
  const { databaseUrl } = seller
  if (databaseUrl === undefined) throw new Error('no database')
  await start({ databaseUrl })
  await until(
    () => jobsLeft(seller),
    (count) => count === 0,
  )
  const ids = orders.map(({ orderId }) => orderId)
  expect(await fetched(seller, ids)).toBe(50)
  expect(store.calls.map(({ orderId }) => orderId).sort()).toEqual(ids.sort())
})

describe.each(databases)('on the %s database', (database) => {
  test('an order is read at once after its purchase, and its attempt is counted', async () => {
    const service = await start({ database })
    const { orderId } = await sell(service)
    await until(
      () => fetched(service, [orderId]),
      (count) => count === 1,
    )
    const counted = 'koogate_job_attempts_total{queue="fetch-order",outcome="done"} 1'
    const metrics = async () => (await sendTo(service, '/metrics')).text
    await until(metrics, (text) => text.includes(counted))
  })

  test('orders of purchases that come at once, and are written together, are read at once', async () => {
    const service = await start({ database })
    const orders = await Promise.all(Array.from({ length: 40 }, () => sell(service)))
    await until(
      () => jobsLeft(service),
      (count) => count === 0,
    )
    const ids = orders.map(({ orderId }) => orderId)
    expect(await fetched(service, ids)).toBe(40)
  })

  test('a fresh order does not wait behind 50,000 that the store cannot tell yet', async () => {
    const service = await start({ database, limits: {} })
    const many = 50_000
    store.failQueries('CS-unready', ...Array<'MKT.0999'>(many).fill('MKT.0999'))
    const data = {
      address: 'main',
      test: false,
      orderId: 'CS-unready',
      orderLineId: 'CS-unready-000001',
      instanceId: null,
      callNamedProduct: false,
    }
    await sql`
      insert into jobs (id, queue, data, attempts, next_at, created_at)
      select gen_random_uuid(), 'fetch-order', ${JSON.stringify(data)}::jsonb, 1 + n % 9,
        now() - n * interval '1 ms', now() - interval '1 day'
      from generate_series(1, ${sql.lit(many)}) n`.execute(service.db)
    const unready = () => store.calls.filter(({ orderId }) => orderId === 'CS-unready').length
    await until(
      () => Promise.resolve(unready()),
      (asked) => asked > 100,
    )
    const before = unready()
    const { orderId } = await sell(service)
    await until(
      () => fetched(service, [orderId]),
      (count) => count === 1,
    )
    // They are asked for all the while, and nearly all of them still wait for their turn.
    expect(unready() - before).toBeLessThan(1_000)
    // The job goes after its order has come.
    await expect.poll(() => jobsLeft(service)).toBe(many)
  })
})

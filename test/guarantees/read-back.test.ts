import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBackOrders } from '../../src/jobs/read-back-orders.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { callB, getLicenseOf } from '../harness/licenses.ts'
import { instanceOf } from '../harness/management.ts'
import { type TestService, startService } from '../harness/service.ts'
import { type Sold, putOrder } from '../harness/sold.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { until } from '../harness/until.ts'
import { v1Buy, v1Purchase } from '../harness/v1-store.ts'

let store: OrderStore
let service: TestService

beforeAll(async () => {
  store = await startOrderStore(credentials)
  service = await startService({ settings: storeSettings(store) })
})
afterAll(async () => {
  await service.stop()
  await store.close()
})

/** What is known of the sale of an instance. */
async function saleOf(instanceId: string) {
  const { plan, buyer, trial, productId, expireTime } = await instanceOf(service, instanceId)
  return { plan, buyer, trial, productId, expireTime }
}

/** Sells an instance whose orders the store shows. */
async function sell(sold: Sold) {
  const order = putOrder(store, { createTime: '20260101000000', ...sold })
  const { body } = await storeCall(service, purchaseOf(order))
  const instanceId = String(body['instanceId'])
  await until(
    () => saleOf(instanceId),
    ({ productId }) => productId !== null,
  )
  return instanceId
}

async function refresh(instanceId: string, scene: string, expireTime: string, sold: Sold) {
  const order = putOrder(store, { ...sold, expireTime })
  const call = { activity: 'refreshInstance', instanceId, scene, expireTime, ...order }
  await storeCall(service, call)
  await until(
    async () => {
      const rows = service.db.selectFrom('orders').select('order_id')
      return rows.where('order_id', '=', order.orderId).where('state', '=', 'fetched').execute()
    },
    ({ length }) => length === 1,
  )
  return order
}

/** What the version before leaves of these instances, and a replica that has read back to the end. */
async function readBack(instanceIds: readonly string[]): Promise<void> {
  await sql`update instances set sale = null, attention = null
    where instance_id = any(${instanceIds})`.execute(service.db)
  await untilReadBack()
}

async function untilReadBack(): Promise<void> {
  await sql`insert into backfills (name) values ('orders-of-instances')`.execute(service.db)
  const replica = await startService({
    databaseUrl: String(service.databaseUrl),
    limits: { readBackEveryMs: 10, readBackAfterMs: 0 },
  })
  const left = () => sql`select from backfills`.execute(service.db)
  await until(left, ({ rows }) => rows.length === 0)
  await replica.stop()
}

const quantityOf = ({ plan }: Awaited<ReturnType<typeof saleOf>>) =>
  (plan as { readonly quantity: number | null }).quantity

test('what the version before kept of orders comes back to their instances, and the store is not asked', async () => {
  const renewed = await sell({ expireTime: '20270101000000', quantity: 7 })
  await refresh(renewed, 'RENEWAL', '20280101000000', { type: 'RENEW', isBare: true })
  const changed = await sell({ expireTime: '20270101000000' })
  const change = { type: 'RENEW', productId: 'P-pro', quantity: 20, createTime: '20260301000000' }
  await refresh(changed, 'RENEWAL_CHANGE', '20280101000000', change)
  const cancelled = await sell({ expireTime: '20270101000000' })
  await refresh(cancelled, 'RENEWAL_CHANGE', '20280101000000', change)
  await refresh(cancelled, 'UNSUBSCRIBE_RENEWAL_PERIOD', '20270101000000', { type: 'UNSUBSCRIBE' })
  const converted = await sell({ type: 'TRIAL', expireTime: '20260201000000', quantity: 1 })
  const formal = { type: 'TRIAL_TO_FORMAL', quantity: 5 }
  await refresh(converted, 'TRIAL_TO_FORMAL', '20270101000000', formal)
  const v1 = await v1Buy(service, v1Purchase({ amount: '3', diskSize: '40' }))
  const { body } = await callB(service, getLicenseOf({ amount: '4' }))
  const ids = [renewed, changed, cancelled, converted, v1, String(body['instanceId'])]
  const before = await Promise.all(ids.map(saleOf))
  expect(before.map(quantityOf)).toEqual([7, 20, 10, 5, 3, 4])
  const asked = store.calls.length
  await readBack(ids)
  expect(await Promise.all(ids.map(saleOf))).toEqual(before)
  expect(store.calls).toHaveLength(asked)
})

test('what the instance has heard since then counts before that', async () => {
  const instanceId = await sell({ expireTime: '20270101000000', quantity: 7 })
  await sql`update instances set sale = null where instance_id = ${instanceId}`.execute(service.db)
  const change = { scene: 'RENEWAL_CHANGE', productId: 'P-pro', ...newOrder() }
  const expireTime = '20280101000000'
  await storeCall(service, { activity: 'refreshInstance', instanceId, expireTime, ...change })
  const { version } = await rowOf(instanceId)
  await untilReadBack()
  expect((await rowOf(instanceId)).version).toBe(version + 1)
  expect(await saleOf(instanceId)).toMatchObject({
    productId: 'P-pro',
    plan: { orderId: change.orderId, quantity: 7 },
    buyer: { customerName: expect.any(String) as string },
  })
  await untilReadBack()
  expect((await rowOf(instanceId)).version).toBe(version + 1)
})

const rowOf = (instanceId: string) => {
  const rows = service.db.selectFrom('instances').select('version')
  return rows.where('instance_id', '=', instanceId).executeTakeFirstOrThrow()
}

test('it waits until no replica of the version before is left, and a new database has nothing of it', async () => {
  expect((await sql`select from backfills`.execute(service.db)).rows).toEqual([])
  await sql`insert into backfills (name) values ('orders-of-instances')`.execute(service.db)
  const early = readBackOrders(service.app.services)
  await early.run()
  expect((await sql`select from backfills`.execute(service.db)).rows).toHaveLength(1)
  const hour = 60 * 60_000
  const later = { ...service.app.services, now: () => new Date(Date.now() + hour) }
  const { run } = readBackOrders(later)
  for (let rounds = 0; rounds < 3; rounds++) await run()
  expect((await sql`select from backfills`.execute(service.db)).rows).toEqual([])
})

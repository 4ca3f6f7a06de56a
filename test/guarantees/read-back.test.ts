import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOldSales } from '../../src/db/instance/instances.ts'
import { completeOldSales } from '../../src/jobs/complete-old-sales.ts'
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
  await untilRead(order.orderId, 'fetched')
}

/** Sells an instance whose order the store does not show. */
async function sellUnknown() {
  const order = newOrder()
  const { body } = await storeCall(service, purchaseOf(order))
  await untilRead(order.orderId, 'refused')
  return { instanceId: String(body['instanceId']), orderId: order.orderId }
}

function untilRead(orderId: string, state: 'fetched' | 'refused'): Promise<unknown> {
  const rows = service.db.selectFrom('order_lines').select('order_id')
  const read = rows.where('order_id', '=', orderId).where('state', '=', state)
  return until(
    () => read.execute(),
    ({ length }) => length === 1,
  )
}

/** Leaves these instances as the version before had sold them. */
async function asSoldBefore(...instanceIds: readonly string[]): Promise<void> {
  await sql`update sold_instances set sale = null, sale_version = null, attention = null
    where instance_id = any(${instanceIds})`.execute(service.db)
}

const complete = () => completeOldSales(service.app.services)

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
  await asSoldBefore(...ids)
  await complete()
  expect(await Promise.all(ids.map(saleOf))).toEqual(before)
  expect(store.calls).toHaveLength(asked)
})

test('what the instance has heard since then counts before that', async () => {
  const instanceId = await sell({ expireTime: '20270101000000', quantity: 7 })
  await asSoldBefore(instanceId)
  const change = { scene: 'RENEWAL_CHANGE', productId: 'P-pro', ...newOrder() }
  const expireTime = '20280101000000'
  await storeCall(service, { activity: 'refreshInstance', instanceId, expireTime, ...change })
  const { version } = await rowOf(instanceId)
  await complete()
  expect((await rowOf(instanceId)).version).toBe(version + 1)
  expect(await saleOf(instanceId)).toMatchObject({
    productId: 'P-pro',
    plan: { orderId: change.orderId, quantity: 7 },
    buyer: { customerName: expect.any(String) as string },
  })
})

test('orders that the version before has applied since stand in their place among the others', async () => {
  const instanceId = await sell({ expireTime: '20270101000000', quantity: 7 })
  await refresh(instanceId, 'RENEWAL', '20280101000000', { type: 'RENEW', isBare: true })
  const { sale, sale_version } = await rowOf(instanceId)
  const change = { type: 'RENEW', productId: 'P-pro', quantity: 20, createTime: '20260301000000' }
  await refresh(instanceId, 'RENEWAL_CHANGE', '20290101000000', change)
  await refresh(instanceId, 'UNSUBSCRIBE_RENEWAL_PERIOD', '20280101000000', { type: 'UNSUBSCRIBE' })
  const renewal = { type: 'RENEW', quantity: 30, createTime: '20260401000000' }
  await refresh(instanceId, 'RENEWAL_CHANGE', '20300101000000', renewal)
  const before = await saleOf(instanceId)
  expect(quantityOf(before)).toBe(30)
  await sql`update sold_instances set sale = ${sale}, sale_version = ${sale_version}
    where instance_id = ${instanceId}`.execute(service.db)
  await complete()
  expect(await saleOf(instanceId)).toEqual(before)
  await refresh(instanceId, 'UNSUBSCRIBE_RENEWAL_PERIOD', '20280101000000', { type: 'UNSUBSCRIBE' })
  expect(quantityOf(await saleOf(instanceId))).toBe(7)
})

test('the product that a call told is not given up for that of an older order', async () => {
  const instanceId = await sell({ expireTime: '20270101000000', quantity: 7 })
  const scene = { scene: 'RENEWAL_CHANGE', expireTime: '20280101000000', productId: 'P-told' }
  await storeCall(service, { activity: 'refreshInstance', instanceId, ...scene, ...newOrder() })
  await asSoldBefore(instanceId)
  await complete()
  expect(await saleOf(instanceId)).toMatchObject({ productId: 'P-told', plan: { quantity: 7 } })
})

test('what has nothing to complete stays in its version, and nothing is looked at twice', async () => {
  const { instanceId } = await sellUnknown()
  await asSoldBefore(instanceId)
  const before = await rowOf(instanceId)
  expect(await leftToComplete()).toContain(instanceId)
  await complete()
  expect(await rowOf(instanceId)).toEqual({ ...before, sale_version: before.version })
  expect(await leftToComplete()).not.toContain(instanceId)
})

test('an order that the version before may still read is waited for, and no longer than an hour', async () => {
  const { instanceId, orderId } = await sellUnknown()
  await sql`update order_lines set state = 'waiting' where order_id = ${orderId}`.execute(
    service.db,
  )
  await asSoldBefore(instanceId)
  await complete()
  expect(await leftToComplete()).toContain(instanceId)
  const now = () => new Date(Date.now() + 61 * 60_000)
  await completeOldSales({ ...service.app.services, now })
  expect(await leftToComplete()).not.toContain(instanceId)
})

test('it waits for the indexes of a large table, and ends between two batches when the service stops', async () => {
  const instanceId = await v1Buy(service, v1Purchase({ amount: '3' }))
  await asSoldBefore(instanceId)
  await completeOldSales(service.app.services, AbortSignal.abort())
  expect(await leftToComplete()).toContain(instanceId)
  await sql`alter index claims_by_instance rename to being_made`.execute(service.db)
  await complete()
  expect(await leftToComplete()).toContain(instanceId)
  await sql`alter index being_made rename to claims_by_instance`.execute(service.db)
  await complete()
  expect(await leftToComplete()).not.toContain(instanceId)
})

test('one that cannot be read stays to be completed, and keeps no other one waiting', async () => {
  const ids = [await v1Buy(service, v1Purchase()), await v1Buy(service, v1Purchase())].toSorted()
  const [damaged = '', other = ''] = ids
  await asSoldBefore(...ids)
  const { app_info: whole } = await service.db
    .selectFrom('sold_instances')
    .select('app_info')
    .where('instance_id', '=', damaged)
    .executeTakeFirstOrThrow()
  const keep = (app_info: Uint8Array | null) =>
    service.db
      .updateTable('sold_instances')
      .set({ app_info })
      .where('instance_id', '=', damaged)
      .execute()
  await keep(Buffer.alloc(1))
  await complete()
  const left = await leftToComplete()
  expect(left).toContain(damaged)
  expect(left).not.toContain(other)
  await keep(whole)
  await complete()
  expect(await leftToComplete()).not.toContain(damaged)
})

const rowOf = (instanceId: string) => {
  const rows = service.db.selectFrom('sold_instances').select(['version', 'sale', 'sale_version'])
  return rows.where('instance_id', '=', instanceId).executeTakeFirstOrThrow()
}

async function leftToComplete(): Promise<string[]> {
  const sales = await listOldSales(service.db, service.app.services.vault, { after: '', limit: 9 })
  return sales.map(({ instanceId }) => instanceId)
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askOrder } from '../../src/calls/reconcile/ask-order.ts'
import { isToldByCall } from '../../src/calls/reconcile/known-order.ts'
import { sql } from 'kysely'
import { putOrder } from '../harness/sold.ts'
import { buy, newOrder, storeCall } from '../harness/store.ts'
import { read } from '../management/client.ts'
import {
  type Drift,
  type Scene,
  addLine,
  applyOne,
  buyShown,
  driftsOf,
  openScene,
  reconcile,
  whenQuiet,
} from './scene.ts'

let isSoldOut = false
let scene: Scene
beforeAll(async () => {
  scene = await openScene({
    ports: {
      provision: ({ instanceId }) =>
        isSoldOut
          ? { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } }
          : { outcome: 'ready', appInfo: { frontEndUrl: `https://a.example/${instanceId}` } },
    },
  })
})
afterAll(() => scene.close())

/** The one drift of an order. */
async function driftOf({ orderId }: { readonly orderId: string }, at = scene): Promise<Drift> {
  const { id } = await reconcile(at.service, { orderIds: [orderId] })
  const [drift, ...others] = await driftsOf(at.service, id)
  if (drift === undefined || others.length > 0) throw new Error(`not one drift of ${orderId}`)
  return drift
}
/** An order that the store shows with another quantity since. */
async function changedOrder() {
  const { instanceId: _bought, ...order } = await buyShown(scene, { quantity: 5 })
  await whenQuiet(scene.service)
  return putOrder(scene.store, { quantity: 6 }, order)
}
async function failedOrder() {
  isSoldOut = true
  const order = putOrder(scene.store)
  await buy(scene.service, order)
  await whenQuiet(scene.service)
  return order
}

describe('a drift says what is otherwise', () => {
  test('of one field both values', async () => {
    expect((await driftOf(await changedOrder())).differences).toEqual([
      { field: 'quantity', ours: '5', store: '6' },
    ])
  })

  test('of its type both, and speaks of no trial where neither is one', async () => {
    const { instanceId: _bought, ...order } = await buyShown(scene)
    await whenQuiet(scene.service)
    putOrder(scene.store, { type: 'CHANGE' }, order)
    expect(await driftOf(order)).toMatchObject({
      kind: 'order_differs',
      differences: [{ field: 'type', ours: 'NEW', store: 'CHANGE' }],
    })
  })

  test.each([
    ['TRIAL', 'NEW'],
    ['NEW', 'TRIAL'],
  ])('of its type that was %s and is %s that it is of a trial', async (ours, store) => {
    const order = putOrder(scene.store, { type: ours })
    await storeCall(scene.service, { activity: 'orderNotify', ...order }, { path: 'orders' })
    await whenQuiet(scene.service)
    putOrder(scene.store, { type: store }, order)
    expect(await driftOf(order)).toMatchObject({
      kind: 'trial_differs',
      differences: [{ field: 'type', ours, store }],
    })
  })

  test('of a trial that its instance is not', async () => {
    const { instanceId, ...order } = await buyShown(scene, { type: 'TRIAL' })
    await whenQuiet(scene.service)
    await sql`update sold_instances set trial = false where instance_id = ${instanceId}`.execute(
      scene.service.db,
    )
    expect(await driftOf(order)).toMatchObject({
      kind: 'trial_differs',
      text: `by order line ${order.orderLineId} it is TRIAL, and it counts otherwise here`,
      differences: [{ field: 'trial', ours: 'false', store: 'true' }],
    })
  })

  test('of a line that sells several products all of them', async () => {
    const { instanceId: _bought, ...order } = await buyShown(scene, { otherProducts: ['P-more'] })
    await whenQuiet(scene.service)
    putOrder(scene.store, { otherProducts: ['P-more', 'P-most'] }, order)
    expect((await driftOf(order)).differences).toEqual([
      {
        field: 'products',
        ours: 'P-basic/sku-of-P-basic: 10, P-more/sku-of-P-more: 10',
        store: 'P-basic/sku-of-P-basic: 10, P-more/sku-of-P-more: 10, P-most/sku-of-P-most: 10',
      },
    ])
  })

  test('of an order that was not read with what code', async () => {
    const order = putOrder(scene.store)
    scene.store.failQueries(order.orderId, 'MKT.0101')
    await buy(scene.service, order)
    await whenQuiet(scene.service)
    expect(await driftOf(order)).toMatchObject({
      kind: 'order_unread',
      text: `order line ${order.orderLineId} was not read (MKT.0101), and the store shows it`,
    })
  })
})

test('a call about one line of an order is no drift of another, and of its repeats the last one counts', async () => {
  const order = await failedOrder()
  const { orderId, orderLineId } = order
  await buy(scene.service, order)
  isSoldOut = false
  const path = `/messages?orderId=${orderId}`
  const [last] = (await read(scene.service, 'MessageList', path)).items
  const other = addLine(scene.store, orderId)
  const { id } = await reconcile(scene.service, { orderIds: [orderId] })
  const drifts = await driftsOf(scene.service, id)
  expect(new Map(drifts.map((drift) => [drift.orderLineId, drift.kind]))).toEqual(
    new Map([
      [orderLineId, 'instance_failed'],
      [other, 'order_unknown'],
    ]),
  )
  const [byCall, unknown] = ['rerun', 'take_in'].map((repair) =>
    drifts.find((drift) => drift.repair === repair),
  )
  expect(byCall).toMatchObject({ messageId: last?.id })
  // What is repaired of the one line is nothing of the other.
  const taken = unknown && (await applyOne(scene.service, unknown))
  expect(taken).toMatchObject({ state: 'applied', result: null })
  const { items } = await read(scene.service, 'OrderList', `/orders?orderId=${orderId}`)
  expect(items.find(({ orderLineId: line }) => line === other)).toMatchObject({ state: 'fetched' })
})

test('an order of another site, or of a test call, is not what the store was asked for', async () => {
  const { service } = scene
  const [elsewhere, tested] = [newOrder(), newOrder()]
  const instanceId = await buy(service, elsewhere)
  await buy(service, { ...tested, testFlag: '1' })
  await whenQuiet(service)
  await sql`update sold_instances set site = 'europe' where instance_id = ${instanceId}`.execute(
    service.db,
  )
  const orderIds = [elsewhere, tested].map(({ orderId }) => orderId)
  const { id, asked } = await reconcile(service, { orderIds })
  expect(asked).toBe(2)
  expect(await driftsOf(service, id)).toEqual([])
})

test('an order that the store does not give is no drift of what it has only renewed, or of what is released', async () => {
  const { service } = scene
  const { instanceId } = await buyShown(scene)
  const [renewing, released] = [newOrder(), newOrder()]
  const expiry = { scene: 'RENEWAL', expireTime: '20310101000000' }
  await storeCall(service, { activity: 'refreshInstance', instanceId, ...renewing, ...expiry })
  const gone = await buy(service, released)
  await storeCall(service, { activity: 'releaseInstance', instanceId: gone })
  await whenQuiet(service)
  const orderIds = [renewing, released].map(({ orderId }) => orderId)
  const { id, asked } = await reconcile(service, { orderIds })
  expect(asked).toBe(2)
  expect(await driftsOf(service, id)).toEqual([])
})

test.each([
  ['an instance of a family without lines', true, [], ['saas-v1']],
  ['rows without a line only', true, ['', ''], []],
  ['a row with a line among them', false, ['', 'CS-1-000001'], []],
  ['an instance whose family has lines', false, [], ['saas-v2']],
  ['nothing', false, [], []],
] as const)(
  'an order of which is known %s is told by its calls: %s',
  (_what, isTold, ids, sold) => {
    const rows = ids.map((id) => ({ order_line_id: id }))
    expect(isToldByCall({ rows, instances: sold.map((family) => ({ family })) })).toBe(isTold)
  },
)

test('a site without credentials gives no order, and says so', async () => {
  const asked = await askOrder('CS-1', 'europe', scene.service.app.services)
  expect(asked).toMatchObject({ ok: false, kind: 'access', code: 'no-credentials' })
  expect(asked).toHaveProperty('message', 'there are no credentials of site europe')
})

describe('a repair', () => {
  test('takes an order in where the instance is that it has bought', async () => {
    const { instanceId, ...order } = await buyShown(scene)
    await whenQuiet(scene.service)
    const { db } = scene.service
    await sql`delete from order_lines where order_id = ${order.orderId}`.execute(db)
    await sql`update sold_instances set address = 'east' where instance_id = ${instanceId}`.execute(
      db,
    )
    const drift = await driftOf(order)
    expect(drift).toMatchObject({ kind: 'order_unknown', instanceId })
    expect(await applyOne(scene.service, drift)).toMatchObject({ state: 'applied' })
    const { items } = await read(scene.service, 'OrderList', `/orders?orderId=${order.orderId}`)
    expect(items).toMatchObject([{ address: 'east' }])
  })

  test('for which the store cannot be asked has failed and says why, and is made later', async () => {
    const order = await changedOrder()
    const drift = await driftOf(order)
    scene.store.failQueries(order.orderId, 'MKT.0999')
    expect(await applyOne(scene.service, drift)).toMatchObject({
      state: 'failed',
      result: expect.stringContaining('MKT.0999') as string,
    })
    expect(await applyOne(scene.service, drift)).toMatchObject({ state: 'applied', result: null })
  })

  test('whose call is refused once more has failed with its answer, and is made later', async () => {
    const drift = await driftOf(await failedOrder())
    expect(drift).toMatchObject({ kind: 'instance_failed', repair: 'rerun' })
    expect(drift.text).toContain('sold out')
    const failed = await applyOne(scene.service, drift)
    expect(failed).toMatchObject({ state: 'failed', result: '000106 sold out' })
    isSoldOut = false
    const applied = await applyOne(scene.service, drift)
    expect(applied).toMatchObject({ state: 'applied', result: '000000 success.' })
  })
})

test('what may still be under way is no drift', async () => {
  const young = await openScene({
    limits: { reconcileSettledMs: 3_600_000 },
    ports: {
      provision: () => ({ outcome: 'refused', failure: { code: '000106', reason: 'sold out' } }),
    },
  })
  const { service, store } = young
  const failing = putOrder(store)
  await buy(service, failing)
  const unread = putOrder(store)
  store.failQueries(unread.orderId, 'MKT.0101')
  await storeCall(service, { activity: 'orderNotify', ...unread }, { path: 'orders' })
  await whenQuiet(service)
  const placedNow = putOrder(store, { createTime: '20991231000000' })
  const ungiven = newOrder()
  await buy(service, ungiven)
  await whenQuiet(service)
  const orderIds = [failing, unread, placedNow, ungiven].map(({ orderId }) => orderId)
  const { id, asked } = await reconcile(service, { orderIds })
  expect(asked).toBe(4)
  expect(await driftsOf(service, id)).toEqual([])
  await young.close()
})

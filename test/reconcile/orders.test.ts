import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putOrder } from '../harness/sold.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { v1Buy, v1Refresh } from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { manage, read } from '../management/client.ts'
import {
  type Drift,
  type Scene,
  addLine,
  apply,
  applyOne,
  buyShown,
  driftsOf,
  openScene,
  reconcile,
  whenQuiet,
} from './scene.ts'

const soldOut = new Set<string>()
let scene: Scene
beforeAll(async () => {
  scene = await openScene({
    ports: {
      provision: ({ instanceId, orderId }) =>
        soldOut.has(orderId)
          ? { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } }
          : { outcome: 'ready', appInfo: { frontEndUrl: `https://a.example/${instanceId}` } },
    },
  })
})
afterAll(() => scene.close())

const call = (members: Record<string, unknown>) => storeCall(scene.service, members)
const refreshOf = (instanceId: string, order: object, scene_ = 'RENEWAL') => ({
  ...{ activity: 'refreshInstance', instanceId, scene: scene_, expireTime: '20310101000000' },
  ...order,
})

// What the store and Koogate agree on: a life of each kind, and whatever test calls leave.
async function plantAgreeing() {
  const { store, service } = scene
  const { instanceId } = await buyShown(scene, { expireTime: '20300101000000' })
  await call(refreshOf(instanceId, putOrder(store, { type: 'RENEW' })))
  await call({ activity: 'upgradeInstance', instanceId, ...putOrder(store, { type: 'CHANGE' }) })
  const back = putOrder(store, { type: 'UNSUBSCRIBE' })
  await call(refreshOf(instanceId, back, 'UNSUBSCRIBE_RENEWAL_PERIOD'))
  const trial = await buyShown(scene, { type: 'TRIAL' })
  const formal = putOrder(store, { type: 'TRIAL_TO_FORMAL' })
  await call(refreshOf(trial.instanceId, formal, 'TRIAL_TO_FORMAL'))
  const gone = await buyShown(scene, { type: 'UNSUBSCRIBE' })
  await call({ activity: 'releaseInstance', instanceId: gone.instanceId, orderId: gone.orderId })
  const notified = putOrder(store)
  await storeCall(service, { activity: 'orderNotify', ...notified }, { path: 'orders' })
  await v1Call(service, v1Refresh(await v1Buy(service)))
  await v1Buy(service, { chargingMode: '0' })
  const mock = { orderId: 'MOCKPERIODYEARNEW', orderLineId: 'MOCKPERIODYEARNEW-000001' }
  await buy(service, { ...mock, testFlag: '1' })
  await buy(service, mock)
}

/** What does not agree, by kind: the orders. */
async function plantDrifts(): Promise<Map<string, string>> {
  const { store, service } = scene
  const planted = new Map<string, string>()
  const plant = (kind: string, { orderId }: { orderId: string }) => void planted.set(orderId, kind)

  for (const code of ['MKT.0100', 'MKT.0101', 'MKT.0199'] as const) {
    const order = putOrder(store)
    store.failQueries(order.orderId, code)
    await buy(service, order)
    plant('order_unread', order)
  }
  const differing = [
    { quantity: 50 },
    { productId: 'P-other' },
    { expireTime: '20330101000000' },
    { otherProducts: ['P-more'] },
  ]
  for (const change of differing) {
    const { instanceId: _bought, ...order } = await buyShown(scene)
    await whenQuiet(service)
    putOrder(store, change, order)
    plant('order_differs', order)
  }
  for (const [type, shown] of [
    ['NEW', 'TRIAL'],
    ['TRIAL', 'NEW'],
  ] as const) {
    const { instanceId: _bought, ...order } = await buyShown(scene, { type })
    await whenQuiet(service)
    putOrder(store, { type: shown }, order)
    plant('trial_differs', order)
  }
  const { instanceId: _bought, ...order } = await buyShown(scene)
  await whenQuiet(service)
  addLine(store, order.orderId)
  plant('order_unknown', order)
  const named = putOrder(store, { type: 'RENEW' })
  await call(refreshOf(`never-${randomUUID()}`, named))
  plant('order_unknown', named)

  for (const type of ['RENEW', 'CHANGE']) {
    const later = putOrder(store, { type })
    const businessId = randomUUID()
    const upgrade = { activity: 'upgradeInstance', instanceId: businessId, ...later }
    await call(type === 'CHANGE' ? upgrade : refreshOf(businessId, later))
    await buyShownAs(businessId)
    plant('order_not_applied', later)
  }
  for (let n = 0; n < 2; n += 1) {
    const failing = putOrder(store)
    soldOut.add(failing.orderId)
    await buy(service, failing)
    soldOut.delete(failing.orderId)
    plant('instance_failed', failing)
  }
  for (let n = 0; n < 2; n += 1) {
    const missing = putOrder(store)
    await buy(service, missing)
    await whenQuiet(service)
    await loseInstance(missing.orderId)
    plant('instance_missing', missing)
  }
  const refunded = await buyShown(scene)
  await whenQuiet(service)
  putOrder(store, { type: 'UNSUBSCRIBE' }, refunded)
  plant('refund_not_applied', refunded)
  const businessId = randomUUID()
  const unsubscribed = putOrder(store, { type: 'UNSUBSCRIBE' })
  await call({ activity: 'releaseInstance', instanceId: businessId, ...unsubscribed })
  await buyShownAs(businessId)
  plant('refund_not_applied', unsubscribed)

  const unknown = newOrder()
  await buy(service, unknown)
  plant('unknown_at_store', unknown)
  await whenQuiet(service)
  return planted
}

const buyShownAs = (businessId: string) =>
  storeCall(scene.service, purchaseOf(putOrder(scene.store), { businessId }))

/** As a version that answered the purchase wrongly would have left it. */
async function loseInstance(orderId: string): Promise<void> {
  const { db } = scene.service
  await sql`delete from sold_instances where order_id = ${orderId}`.execute(db)
  await sql`delete from order_lines where order_id = ${orderId}`.execute(db)
  await sql`update messages set result_code = '000005' where order_id = ${orderId}`.execute(db)
}

const byOrder = (drifts: readonly Drift[]) =>
  new Map(drifts.map(({ orderId, kind }) => [orderId ?? '', kind]))
const alarms = async () =>
  (await read(scene.service, 'AlarmList', '/alarms?key=reconciliation.drift&cleared=false')).items

describe('a reconciliation of orders', () => {
  it('finds 20 drifts of nine kinds and invents none, repairs each once, and then finds none', async () => {
    const { service } = scene
    await plantAgreeing()
    await whenQuiet(service)
    const asked = mockQueries()
    const none = await reconcile(service)
    expect(none).toMatchObject({ state: 'done', drifts: { open: 0 }, skipped: 1 })
    expect(await driftsOf(service, none.id)).toEqual([])
    expect(mockQueries()).toBe(asked)

    const planted = await plantDrifts()
    expect(planted.size).toBe(20)
    expect(new Set(planted.values()).size).toBe(9)
    const found = await reconcile(service)
    const drifts = await driftsOf(service, found.id)
    expect(byOrder(drifts)).toEqual(planted)
    expect(drifts).toHaveLength(20)
    expect(found.drifts.open).toBe(20)
    expect(await alarms()).toMatchObject([{ subject: 'site:china', count: 1 }])

    const counted = await apply(service, found.id, { dryRun: true })
    expect(counted).toMatchObject({ matching: 20, value: null, applied: 0, remaining: 20 })
    const [one, call] = ['order_differs', 'order_not_applied'].map((kind) =>
      drifts.find((drift) => drift.kind === kind),
    )
    if (one === undefined || call === undefined) throw new Error('no drift')
    for (const drift of [one, call]) {
      const twice = await Promise.all([drift, drift].map((each) => applied(each)))
      expect(twice).toContain('applied')
    }
    const fetched = await fetchedEvents(one.orderId)
    expect(fetched).toBe(2)
    const calls = await read(service, 'MessageList', `/messages?orderId=${call.orderId ?? ''}`)
    expect(calls.items.filter(({ rerunOf }) => rerunOf === call.messageId)).toHaveLength(1)
    expect(await apply(service, found.id)).toMatchObject({ matching: 18, applied: 18, failed: 0 })
    expect(await apply(service, found.id)).toMatchObject({ matching: 0, applied: 0 })
    const about = `/audit?limit=50&subject=reconciliation:${found.id}`
    const { items } = await read(service, 'AuditList', about)
    expect(items.map(({ operation }) => operation).toSorted()).toEqual([
      ...['applyDrift', 'applyDrift', ...Array<string>(18).fill('applyDrifts')],
      'createReconciliation',
    ])
    await whenQuiet(service)
    const again = await reconcile(service)
    expect(await driftsOf(service, again.id)).toEqual([])
    expect(await alarms()).toEqual([])
    expect(await fetchedEvents(one.orderId)).toBe(fetched)
  })

  it('asks for orders that nobody knows here, if they are named, and takes them in', async () => {
    const { service, store } = scene
    const order = putOrder(store)
    const orderIds = [order.orderId, 'MOCKPERIODYEARNEW', newOrder().orderId]
    const { id, asked } = await reconcile(service, { orderIds })
    expect(asked).toBe(2)
    const [drift] = await driftsOf(service, id)
    expect(drift).toMatchObject({
      ...{ kind: 'order_unknown', repair: 'take_in', ...order },
      text: `the store has order line ${order.orderLineId}, which is not known here`,
    })
    if (drift !== undefined) await applyOne(service, drift)
    const { items } = await read(service, 'OrderList', `/orders?orderId=${order.orderId}`)
    expect(items).toMatchObject([{ state: 'fetched', quantity: 10, instances: [] }])
    const only = await manage(service, '/reconciliations', {
      method: 'POST',
      body: { orderIds: ['MOCKONDEMAND'] },
    })
    expect(only.status).toBe(400)
  })

  it('does nothing where the drift is gone by the time that it is applied', async () => {
    const { service, store } = scene
    const { instanceId: _bought, ...order } = await buyShown(scene, { quantity: 5 })
    await whenQuiet(service)
    putOrder(store, { quantity: 6 }, order)
    const { id } = await reconcile(service, { orderIds: [order.orderId] })
    const [drift] = await driftsOf(service, id)
    putOrder(store, { quantity: 5 }, order)
    expect(drift && (await applyOne(service, drift))).toMatchObject({ state: 'gone' })
    expect(await fetchedEvents(order.orderId)).toBe(1)
  })
})

const mockQueries = () =>
  scene.store.calls.filter(({ orderId }) => orderId?.startsWith('MOCK')).length
// One that comes while another is under way is refused.
const applied = (drift: Drift) =>
  applyOne(scene.service, drift).then(
    ({ state }) => state,
    () => 'busy',
  )

/** Whether or not they have a position yet. */
async function fetchedEvents(orderId: string | null): Promise<number> {
  const topic = `order:china/${orderId ?? ''}`
  const { rows } = await sql`
    select id from event_feed where type = 'order.fetched' and topic = ${topic}
    union select unnest(ids) from event_outbox
    where 'order.fetched' = any(types) and topic = ${topic}`.execute(scene.service.db)
  return rows.length
}

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { remindDeliveries } from '../../src/jobs/remind-deliveries.ts'
import { feedOf, whenPlaced } from '../events/feed.ts'
import { instanceOf } from '../harness/management.ts'
import { movingClock } from '../harness/moving-clock.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import { newOrder, storeCall } from '../harness/store.ts'
import { readerOf } from '../harness/tokens.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Purchase } from '../harness/v1-store.ts'
import { faultyFields, manage, read } from './client.ts'

const clock = movingClock('2026-11-20 10:00')
const dayMs = 86_400_000
const file = join(mkdtempSync(join(tmpdir(), 'koogate-deliveries-')), 'addresses.yaml')
const own = `v1Key: [${keys.v1}], orderKey: [${keys.order}], provisioning: manual`
writeFileSync(file, `addresses:\n  supervised: { ${own}, supervised: true }\n  plain: { ${own} }\n`)

let service: TestService
beforeAll(async () => {
  service = await startService({
    settings: {
      KOOGATE_CONFIG_FILE: file,
      KOOGATE_PUBLIC_URL: 'https://koogate.example.com',
    },
    ports: { now: clock.now },
  })
})
afterAll(() => service.stop())

type Order = ManagementSchemas['OrderDetail']
type Members = Readonly<Record<string, unknown>>

const ordersOf = async (query: string): Promise<readonly Order[]> =>
  (await read(service, 'OrderList', `/orders?${query}`)).items
const orderOf = async (orderId: string): Promise<Order> => {
  const [order] = await ordersOf(`orderId=${orderId}`)
  if (order === undefined) throw new Error(`no order ${orderId}`)
  return order
}
const note = ({ id }: Order, body: Members) =>
  read(service, 'OrderDetail', `/orders/${id}/delivery`, { method: 'POST', body })
const openOrders = async () =>
  (await ordersOf('delivery=open&limit=200')).map(({ orderId }) => orderId)
const remind = () => remindDeliveries(service.app.services).run()
const alarmOf = async ({ orderId }: Pick<Order, 'orderId'>) => {
  const { items } = await read(service, 'AlarmList', '/alarms?key=order.idle&limit=200')
  return items.find(({ subject }) => subject.startsWith(`order:china/${orderId}`))
}
const eventsOf = async ({ orderId }: Pick<Order, 'orderId'>) => {
  await whenPlaced(service)
  const events = await feedOf(service)
  return events.filter(
    ({ type, data }) => type.startsWith('order.delivery.') && data['orderId'] === orderId,
  )
}

/** An order of which the store tells by its notification alone. */
async function notified(address = 'supervised'): Promise<Order> {
  const order = newOrder()
  const call = { activity: 'orderNotify', ...order }
  const timestamp = String(clock.now().getTime())
  await storeCall(service, call, { address, path: 'orders', timestamp })
  return orderOf(order.orderId)
}

test('of three calls of V1 the first opens the checklist, day 5 reminds, and the third closes it', async () => {
  const call = v1Purchase()
  const at = (more: Readonly<Record<string, string>> = {}) =>
    v1Call(service, { ...call, ...more }, { address: 'supervised' })
  const instanceId = String((await at()).body['instanceId'])
  const orderId = call['orderId'] ?? ''
  expect((await orderOf(orderId)).delivery).toMatchObject({ step: null, steps: [] })
  clock.moveBy(4 * dayMs)
  await at()
  await remind()
  expect(await alarmOf({ orderId })).toBeUndefined()

  clock.moveBy(dayMs)
  await Promise.all([remind(), remind()])
  await remind()
  expect((await orderOf(orderId)).delivery?.attention).toContain('nothing has happened for 5 days')
  expect(await alarmOf({ orderId })).toMatchObject({ count: 1, clearedAt: null })
  expect((await instanceOf(service, instanceId))['attention']).toContain('idle')
  expect(await openOrders()).toContain(orderId)

  await at({ acceptanceTime: '20261125083000000' })
  await at({ acceptanceTime: '20261125083000000' })
  const { delivery } = await orderOf(orderId)
  expect(delivery).toMatchObject({
    step: 'accepted',
    attention: null,
    steps: [{ step: 'accepted', by: 'store', at: '2026-11-25T00:30:00.000Z' }],
  })
  expect((await alarmOf({ orderId }))?.clearedAt).not.toBeNull()
  expect((await instanceOf(service, instanceId))['attention']).toBeNull()
  expect(await openOrders()).not.toContain(orderId)
  const events = await eventsOf({ orderId })
  expect(events.map(({ type }) => type)).toEqual(['order.delivery.idle', 'order.delivery.noted'])
  expect(events[1]?.data).toMatchObject({ instanceId, delivery: { step: 'accepted' } })
  const flagged = (await feedOf(service)).find(
    ({ type, data }) => type === 'instance.changed' && data['instanceId'] === instanceId,
  )
  expect(flagged?.data).toMatchObject({ changed: ['attention'], previousStatus: 'provisioning' })
})

test('an acceptance that is dated ahead is noted at the call that brings it', async () => {
  const call = v1Purchase({ acceptanceTime: '20991231000000000' })
  await v1Call(service, call, { address: 'supervised' })
  const { delivery } = await orderOf(call['orderId'] ?? '')
  expect(delivery?.steps).toMatchObject([
    { step: 'accepted', by: 'store', at: clock.now().toISOString() },
  ])
})

test('a step is of the instance that its line has bought, whatever else the order has', async () => {
  const call = v1Purchase({ chargingMode: '0', productId: 'P-1' })
  const bought = async (more: Readonly<Record<string, string>>) => {
    const parameters = { ...call, ...more, businessId: newId() }
    const { body } = await v1Call(service, parameters, { address: 'supervised' })
    return String(body['instanceId'])
  }
  const ids = [
    await bought({}),
    await bought({ productId: 'P-2' }),
    await bought({ testFlag: '1' }),
  ]
  const orders = await ordersOf(`orderId=${call['orderId'] ?? ''}`)
  for (const [productId, test] of [
    ['P-1', false],
    ['P-2', false],
    ['P-1', true],
  ]) {
    const order = orders.find((one) => one.productId === productId && one.test === test)
    if (order !== undefined) await note(order, { step: 'confirmed' })
  }
  const events = await eventsOf({ orderId: call['orderId'] ?? '' })
  expect(events.map(({ data }) => data['instanceId'])).toEqual(ids)
})

test('an order of which something cannot be deciphered keeps no other one from being reminded of', async () => {
  const broken = newOrder()
  const answer = await v1Call(service, v1Purchase(broken), { address: 'supervised' })
  const instanceId = String(answer.body['instanceId'])
  const saleOf = async (sale: Uint8Array | null) => {
    const sold = service.db.updateTable('sold_instances').set({ sale })
    await sold.where('instance_id', '=', instanceId).execute()
  }
  const { sale } = await service.db
    .selectFrom('sold_instances')
    .select('sale')
    .where('instance_id', '=', instanceId)
    .executeTakeFirstOrThrow()
  await saleOf(Buffer.of(0))
  clock.moveBy(60_000)
  const sound = await notified()
  clock.moveBy(6 * dayMs)
  await remind()
  expect(await alarmOf(sound)).toBeDefined()
  expect(await alarmOf(broken)).toBeUndefined()
  await saleOf(sale)
})

test('each step that is noted by hand begins the five days anew, and says who may appeal after them', async () => {
  const order = await notified()
  clock.moveBy(3 * dayMs)
  await note(order, { step: 'confirmed', note: 'call 18688888888' })
  clock.moveBy(3 * dayMs)
  await remind()
  expect(await alarmOf(order)).toBeUndefined()
  const delivered = await note(order, { step: 'delivered' })
  expect(delivered.delivery?.steps).toMatchObject([
    { step: 'confirmed', note: 'call 18688888888', by: 'settings' },
    { step: 'delivered', note: null },
  ])
  clock.moveBy(5 * dayMs)
  await remind()
  expect((await orderOf(order.orderId)).delivery).toMatchObject({
    step: 'delivered',
    attention: 'the buyer has not accepted for 5 days; ask for it, or appeal',
  })
  const subject = `order:china/${order.orderId}/${order.orderLineId}`
  expect(await alarmOf(order)).toMatchObject({ subject, clearedAt: null })
  await note(order, { step: 'accepted' })
  expect((await alarmOf(order))?.clearedAt).not.toBeNull()
  expect((await ordersOf('delivery=accepted')).map(({ id }) => id)).toContain(order.id)
})

test('a note is masked for whoever sees nothing private, and stands nowhere in the clear', async () => {
  const order = await notified()
  await note(order, { step: 'confirmed', note: 'ask anna@example.com' })
  const authorization = await readerOf(service)
  const { body } = await manage(service, `/orders/${order.id}`, { authorization })
  const { steps } = body['delivery'] as { steps: { note: string }[] }
  expect(steps[0]?.note).toBe('ask a***@example.com')
  const rows = await service.db.selectFrom('order_delivery_steps').selectAll().execute()
  const texts = rows.map(({ note: kept }) => Buffer.from(kept ?? '').toString('latin1'))
  expect(texts.join()).not.toContain('anna')
})

test('hardware that was signed for is accepted after ten days, as the store does', async () => {
  const order = await notified()
  await note(order, { step: 'signed' })
  clock.moveBy(9 * dayMs)
  await remind()
  expect((await orderOf(order.orderId)).delivery?.step).toBe('signed')
  clock.moveBy(dayMs)
  await remind()
  expect((await orderOf(order.orderId)).delivery?.steps).toMatchObject([
    { step: 'signed' },
    { step: 'accepted', by: 'koogate' },
  ])
  expect(await alarmOf(order)).toBeUndefined()
  expect((await eventsOf(order)).at(-1)?.data).toMatchObject({
    delivery: { step: 'accepted', by: 'koogate' },
  })
})

describe('of a purchase that may have been sold before, while an import is open,', () => {
  const setImport = (open: boolean) =>
    read(service, 'ImportState', '/imports/china/saas', { method: 'PUT', body: { open } })
  const held = async () => {
    const call = v1Purchase()
    const at = (more: Readonly<Record<string, string>> = {}) =>
      v1Call(service, { ...call, ...more }, { address: 'supervised' })
    await setImport(true)
    expect((await at()).body['resultCode']).toBe('000004')
    return { at, orderId: call['orderId'] ?? '' }
  }
  const importIt = async (orderId: string) => {
    const { outcome } = await read(service, 'ImportResult', '/instances', {
      method: 'POST',
      body: {
        ...{ instanceId: newId('old'), family: 'saas-v1', address: 'supervised', orderId },
        appInfo: { frontEndUrl: 'https://app.example.com/old' },
      },
    })
    expect(outcome).toBe('created')
  }

  test('the checklist ends with the import of its order, and so does its reminder', async () => {
    const { orderId } = await held()
    clock.moveBy(5 * dayMs)
    await remind()
    expect((await alarmOf({ orderId }))?.clearedAt).toBeNull()
    await importIt(orderId)
    expect((await orderOf(orderId)).delivery).toBeNull()
    expect((await alarmOf({ orderId }))?.clearedAt).not.toBeNull()
    clock.moveBy(5 * dayMs)
    await remind()
    expect(await alarmOf({ orderId })).toMatchObject({ count: 1 })
    expect(await openOrders()).not.toContain(orderId)
  })

  test('what somebody has noted stays', async () => {
    const { orderId } = await held()
    await note(await orderOf(orderId), { step: 'confirmed' })
    await importIt(orderId)
    expect((await orderOf(orderId)).delivery).toMatchObject({ step: 'confirmed' })
  })

  test('the five days of a new one run from its first call, and its acceptance counts after the import', async () => {
    const { at, orderId } = await held()
    clock.moveBy(3 * dayMs)
    const accepted = { acceptanceTime: '20261125083000000' }
    expect((await at(accepted)).body['resultCode']).toBe('000004')
    expect((await orderOf(orderId)).delivery).toMatchObject({ step: null })
    await setImport(false)
    await at()
    clock.moveBy(2 * dayMs)
    await remind()
    expect(await alarmOf({ orderId })).toMatchObject({ count: 1, clearedAt: null })
    await at(accepted)
    expect((await orderOf(orderId)).delivery).toMatchObject({ step: 'accepted', attention: null })
    expect((await alarmOf({ orderId }))?.clearedAt).not.toBeNull()
  })
})

describe('no checklist begins', () => {
  test('at an address that is not supervised, until a step is noted', async () => {
    const order = await notified('plain')
    expect(order.delivery).toBeNull()
    expect(await note(order, { step: 'confirmed' })).toMatchObject({
      delivery: { step: 'confirmed' },
    })
  })

  test('for an order that only renews', async () => {
    const order = await notified()
    await service.db
      .updateTable('order_lines')
      .set({ order_type: 'RENEW', state: 'fetched' })
      .where('order_id', '=', order.orderId)
      .execute()
    expect((await orderOf(order.orderId)).delivery).toBeNull()
    clock.moveBy(6 * dayMs)
    await remind()
    expect(await alarmOf(order)).toBeUndefined()
  })

  test('by a test call', async () => {
    const call = v1Purchase({ testFlag: '1' })
    await v1Call(service, call, { address: 'supervised' })
    expect(await openOrders()).not.toContain(call['orderId'])
  })
})

describe('is refused', () => {
  test.each([
    ['a step that nobody knows', { step: 'lost' }, ['step']],
    ['a step of tomorrow', { step: 'signed', at: '2031-01-01T00:00:00Z' }, ['at']],
    ['an unknown member', { step: 'signed', colour: 'red' }, ['colour']],
  ])('%s, with 400', async (_what, body, fields) => {
    const { id } = await notified()
    const answer = await manage(service, `/orders/${id}/delivery`, { method: 'POST', body })
    expect(faultyFields(answer)).toEqual(fields)
  })

  test('a step of an order that nobody knows, with 404, and one by a reader, with 403', async () => {
    const body = { step: 'signed' }
    expect((await manage(service, '/orders/bm8/delivery', { method: 'POST', body })).status).toBe(
      404,
    )
    const { id } = await notified()
    const authorization = await readerOf(service)
    const { status } = await manage(service, `/orders/${id}/delivery`, {
      ...{ method: 'POST', body, authorization },
    })
    expect(status).toBe(403)
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Provisioned } from '../../src/domain/instance/life-cycle.ts'
import { callB, getLicenseOf, without } from '../harness/licenses.ts'
import { movingClock } from '../harness/moving-clock.ts'
import { type TestService, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { manage, read } from '../management/client.ts'
import { roundsOf } from './rounds.ts'

const clock = movingClock('2026-11-20 03:00')
const hourMs = 3_600_000
let result: Provisioned
let service: TestService

beforeAll(async () => {
  service = await startService({
    ports: { now: clock.now, provision: () => result },
    limits: { tidyEveryMs: 50 },
  })
})
afterAll(() => service.stop())

const refused: Provisioned = {
  outcome: 'refused',
  failure: { code: '000104', reason: 'the product is away' },
}
const pending: Provisioned = { outcome: 'pending' }
const ready: Provisioned = {
  outcome: 'ready',
  appInfo: { frontEndUrl: 'https://app.example.com/1' },
}

async function buy(order: ReturnType<typeof newOrder>, how: Provisioned, more = {}) {
  result = how
  const timestamp = String(clock.now().getTime())
  const { body } = await storeCall(service, purchaseOf(order, more), { timestamp })
  return body
}

async function judgedSite() {
  await read(service, 'Standing', '/standing')
  await roundsOf(service, 'judge-purchases', 2)
  const [site] = (await read(service, 'Standing', '/standing')).sites
  return {
    ...site,
    failed: site?.failed.map(({ orderId }) => orderId),
    atRisk: site?.atRisk.map(({ orderId }) => orderId),
  }
}
const alarms = async () => (await read(service, 'AlarmList', '/alarms?key=orders.failed')).items

test('a real purchase whose window ends without success is a failed order of the month, and no other is', async () => {
  // As long as an id may be.
  const lost = { ...newOrder(), orderId: newOrder().orderId.padEnd(64, '0') }
  const [saved, late, overdue] = [newOrder(), newOrder(), newOrder()]
  const tried = newOrder()
  expect(await buy(lost, refused)).toMatchObject({ resultCode: '000104' })
  await buy(saved, refused)
  expect(await buy(late, pending)).toMatchObject({ resultCode: '000004' })
  const { instanceId } = await buy(late, pending)
  await buy(overdue, pending)
  await buy(tried, refused, { testFlag: '1' })
  const { orderLineId: _, ...broken } = purchaseOf(tried, { testFlag: '1' })
  const { orderLineId: __, ...unnamed } = purchaseOf()
  for (const one of [broken, unnamed]) {
    await storeCall(service, one, { timestamp: String(clock.now().getTime()) })
  }
  expect(await judgedSite()).toMatchObject({
    failedOrders: 0,
    atRisk: [lost, saved, late, overdue].map(({ orderId }) => orderId),
  })

  clock.moveBy(hourMs)
  await buy(lost, refused)
  expect(await buy(saved, ready)).toMatchObject({ resultCode: '000000' })
  const body = { frontEndUrl: 'https://app.example.com/2' }
  await manage(service, `/instances/${String(instanceId)}/app-info`, { method: 'PUT', body })
  clock.moveBy(2 * hourMs - 1)
  expect(await judgedSite()).toMatchObject({
    failedOrders: 0,
    atRisk: [lost.orderId, overdue.orderId],
  })
  expect(await alarms()).toEqual([])

  clock.moveBy(1)
  const site = await judgedSite()
  expect(site).toMatchObject({ month: '2026-11', failedOrders: 2, atRisk: [] })
  expect(site.failed?.toSorted()).toEqual([lost.orderId, overdue.orderId].toSorted())
  const [alarm, ...others] = await alarms()
  expect(others).toEqual([])
  expect(alarm).toMatchObject({ subject: 'site:china', count: 1, clearedAt: null })
  expect(alarm?.text).toContain(`${lost.orderId} (000104)`)
  expect(alarm?.text).toContain('by our count 2 failed this month (Beijing)')
})

test('purchases of V1 and License B count too, and a month of Beijing begins at nought', async () => {
  clock.moveTo('2026-11-30 20:30')
  const { orderId } = newOrder()
  result = pending
  const timeStamp = '20261130123000000'
  const v1 = { customerId: 'c', businessId: 'b-1', orderId, productId: 'p', timeStamp }
  await v1Call(service, { activity: 'newInstance', ...v1 })
  await callB(service, without(getLicenseOf(), 'productId'))
  clock.moveTo('2026-11-30 23:31')
  expect((await judgedSite()).failedOrders).toBe(4)
  expect((await alarms())[0]).toMatchObject({ count: 2, clearedAt: null })

  clock.moveTo('2026-12-01 00:01')
  expect(await judgedSite()).toMatchObject({ month: '2026-12', failedOrders: 0, failed: [] })
  expect((await alarms())[0]?.clearedAt).not.toBeNull()
})

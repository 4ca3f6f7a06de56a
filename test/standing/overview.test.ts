import { afterAll, beforeAll, expect, test } from 'vitest'
import { persist } from '../../src/calls/persist.ts'
import { clearAlarm, raiseAlarm } from '../../src/calls/alarms.ts'
import type { Provisioned } from '../../src/domain/instance/life-cycle.ts'
import { movingClock } from '../harness/moving-clock.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { manage, read } from '../management/client.ts'

const clock = movingClock('2026-11-20 09:30')
let result: Provisioned
let service: TestService

beforeAll(async () => {
  service = await startService({
    ports: { now: clock.now, provision: () => result },
    settings: { KOOGATE_PUBLIC_URL: 'https://koogate.example.com' },
  })
})
afterAll(() => service.stop())

const overview = () => read(service, 'Overview', '/overview')
const needs = async () =>
  (await overview()).items.map(
    ({ kind, severity, subject }) => `${severity} ${kind} ${subject ?? 'several'}`,
  )
const timestamp = () => String(clock.now().getTime())
const refused: Provisioned = {
  outcome: 'refused',
  failure: { code: '000104', reason: 'the product is away' },
}
const ready: Provisioned = {
  outcome: 'ready',
  appInfo: { frontEndUrl: 'https://app.example.com/1' },
}

test('where nothing needs anybody the overview says so, and shows 90 days and the limits of the store', async () => {
  const { items, more, purchases, dialTests, failedOrders, endpoints, signatures, clocks } =
    await overview()
  expect([items, more, purchases.first, endpoints, signatures]).toEqual([[], false, [], [], []])
  expect(dialTests[0]?.days).toHaveLength(90)
  expect(dialTests[0]?.days[0]).toEqual({ day: '2026-11-20', morning: 'none', afternoon: 'none' })
  expect(failedOrders).toEqual([{ site: 'china', month: '2026-11', failed: 0, limit: 5 }])
  expect(clocks).toEqual({ purchaseHours: 3, failingDays: 5, failedOrders: 5, usageDays: 21 })
})

test('a purchase that fails is shown with the time that the store leaves it, until it succeeds', async () => {
  const order = newOrder()
  result = refused
  await storeCall(service, purchaseOf(order), { timestamp: timestamp() })
  const subject = `order:china/${order.orderId}/${order.orderLineId}`
  const { items, purchases, at } = await overview()
  expect(items).toMatchObject([
    {
      ...{ kind: 'purchase.failing', severity: 'critical', subject, resultCode: '000104' },
      ...{ since: at, deadline: new Date(Date.parse(at) + 3 * 3_600_000).toISOString() },
    },
  ])
  expect(purchases).toMatchObject({
    waiting: { count: 1, more: false },
    first: [{ orderId: order.orderId, site: 'china', triesUntil: items[0]?.deadline }],
  })

  result = ready
  await storeCall(service, purchaseOf(order), { timestamp: timestamp() })
  expect(await needs()).toEqual([])
})

test('a signature that does not hold needs a person until one holds, and names the key it was held against', async () => {
  // No browser that comes by is the store.
  await storeCall(service, purchaseOf(), { timestamp: timestamp(), signature: '' })
  await storeCall(service, purchaseOf(), { timestamp: timestamp(), signature: '0'.repeat(64) })
  const { signatures } = await until(overview, ({ signatures }) => signatures.length > 0)
  const keys = await read(service, 'KeyList', '/keys')
  const basic = keys.items.find(({ interfaceType }) => interfaceType === 'basic')
  expect(signatures).toMatchObject([
    {
      ...{ address: 'main', interfaceType: 'basic', cause: 'mismatch', calls: { count: 1 } },
      fingerprints: basic?.keys.map(({ fingerprint }) => fingerprint),
    },
  ])
  expect(await needs()).toEqual(['serious signature.refused address:main'])
  clock.moveBy(1_000)
  await storeCall(service, purchaseOf(), { timestamp: timestamp() })
  expect(await needs()).toEqual([])
  expect((await overview()).signatures).toHaveLength(1)
  clock.moveBy(25 * 3_600_000)
  expect((await overview()).signatures).toEqual([])
})

test('a failed dial test shows in the strip, and how many days are left', async () => {
  clock.moveTo('2026-11-22 09:30')
  const { orderLineId: _, ...broken } = purchaseOf(newOrder(), { testFlag: '1' })
  await storeCall(service, broken, { timestamp: timestamp() })
  const [main] = (await overview()).dialTests
  expect(main).toMatchObject({ failingDays: 1, daysUntilHidden: 4 })
  expect(main?.days[0]).toMatchObject({ morning: 'failed' })
  expect(await needs()).toEqual(['serious dialtest.failing address:main'])
  clock.moveTo('2026-11-26 09:30')
  expect((await overview()).dialTests[0]).toMatchObject({ failingDays: 4, daysUntilHidden: 1 })
  expect(await needs()).toEqual(['critical dialtest.failing address:main'])
  clock.moveTo('2026-12-20 09:30')
})

test('alarms stand for themselves, many of one kind as one, and none hides another kind', async () => {
  const raise = (key: 'kit.users' | 'store.away', ids: readonly string[]) =>
    persist(
      { alarms: ids.map((id) => raiseAlarm(key, `tenant:${id}`, 'a sentence')) },
      service.app.services,
    )
  const crowd = Array.from({ length: 205 }, () => newId('tenant'))
  await raise('kit.users', crowd)
  await raise('store.away', ['one'])
  const { items } = await overview()
  expect(items).toMatchObject([
    { kind: 'store.away', severity: 'serious', subject: 'tenant:one', text: 'a sentence' },
    { kind: 'kit.users', severity: 'warning', subject: null, count: 200, more: true },
  ])
  const path = `/alarms/${items[0]?.alarmId ?? ''}/clear`
  expect((await manage(service, path, { method: 'POST' })).status).toBe(200)
  expect(await needs()).toEqual(['warning kit.users several'])
  await persist(
    { alarms: crowd.map((id) => clearAlarm('kit.users', `tenant:${id}`)) },
    service.app.services,
  )
})

test('usage close to its end is shown by instance, that which ends first before', async () => {
  const windowOf = (instance: string, age: number) => ({
    begin_time: new Date(clock.now().getTime() - age * 86_400_000),
    instance_id: instance,
  })
  await insertWindows([windowOf('old', 20.5), windowOf('older', 20.9), windowOf('young', 13)])
  const { usage } = await overview()
  expect(usage.atRisk).toEqual({ count: 2, more: false })
  expect(usage.first.map(({ instanceId }) => instanceId)).toEqual(['older', 'old'])
  expect(await needs()).toEqual([
    'critical usage.at_risk instance:older',
    'critical usage.at_risk instance:old',
  ])
  await service.db.deleteFrom('usage_windows').execute()
})

async function insertWindows(
  windows: readonly { readonly begin_time: Date; readonly instance_id: string }[],
): Promise<void> {
  const rest = {
    ...{ site: 'china', signer: 'main', test: false, package_id: '', value: '1', records: 1 },
    ...{ state: 'parked' as const, seal_at: clock.now(), created_at: clock.now() },
    updated_at: clock.now(),
  }
  await service.db
    .insertInto('usage_windows')
    .values(
      windows.map((one) => ({
        ...{ ...rest, ...one, metering_sn: crypto.randomUUID(), end_time: one.begin_time },
        deadline: new Date(one.begin_time.getTime() + 21 * 86_400_000 - 3_600_000),
      })),
    )
    .execute()
}

test('an endpoint that goes on failing, and one that is disabled, are shown with what they answered', async () => {
  const endpoint = (id: string, state: 'enabled' | 'disabled', failures: number) => ({
    ...{ id, url: `https://${id}.example.com/`, test: 'exclude' as const, personal: false },
    ...{ ordered: true, state, failures, failing_since: clock.now(), since: clock.now() },
    ...{ disabled_reason: state === 'disabled' ? 'no attempt succeeded for 5 days' : null },
    ...{ created_at: clock.now(), updated_at: clock.now() },
  })
  await service.db
    .insertInto('webhook_endpoints')
    .values([
      endpoint('well', 'enabled', 0),
      endpoint('once', 'enabled', 1),
      endpoint('failing', 'enabled', 12),
      endpoint('gone', 'disabled', 40),
    ])
    .execute()
  const { endpoints, items } = await overview()
  expect(endpoints.map(({ id }) => id).toSorted()).toEqual(['failing', 'gone', 'once'])
  expect(items).toMatchObject([
    { kind: 'endpoint.disabled', text: 'no attempt succeeded for 5 days' },
    { kind: 'endpoint.failing', subject: 'webhook-endpoint:failing', count: 12 },
  ])
  await service.db.deleteFrom('webhook_endpoints').execute()
})

test('both refuse a parameter that they do not have', async () => {
  for (const path of ['/overview?day=1', '/setup?address=main']) {
    expect((await manage(service, path)).status).toBe(400)
  }
})

const stepsOfMain = async () => (await read(service, 'Setup', '/setup')).addresses[0]?.steps ?? []
const caseOf = async (activity: string) =>
  (await stepsOfMain()).find((one) => one.step === 'debug-case' && one.activity === activity)

test('the setup has a step done once it happened, and keeps when it did so first', async () => {
  clock.moveTo('2027-01-04 09:30')
  result = ready
  expect(await caseOf('newInstance')).toMatchObject({ state: 'waiting' })
  await storeCall(service, purchaseOf(newOrder(), { testFlag: '1' }), { timestamp: timestamp() })
  const first = clock.now().toISOString()
  clock.moveTo('2027-01-04 15:00')
  await storeCall(service, purchaseOf(newOrder(), { testFlag: '1' }), { timestamp: timestamp() })
  const second = clock.now().toISOString()
  await storeCall(service, purchaseOf(), { timestamp: timestamp() })
  expect(await caseOf('newInstance')).toMatchObject({
    ...{ state: 'done', doneAt: first, lastAt: second, resultCode: '000000', place: 'debug' },
    values: [{ name: 'production-address', value: 'https://koogate.example.com/main/saas' }],
  })
  expect(await stepsOfMain()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ step: 'dial-test', state: 'done', doneAt: second }),
      expect.objectContaining({ step: 'first-purchase', state: 'done' }),
    ]),
  )
})

test('a case that was called and did not pass waits, and shows the code', async () => {
  const query = { activity: 'queryInstance', testFlag: '1' }
  await storeCall(service, query, { timestamp: timestamp() })
  expect(await caseOf('queryInstance')).toMatchObject({
    ...{ state: 'waiting', lastAt: clock.now().toISOString(), resultCode: '000002' },
    doneAt: null,
  })
})

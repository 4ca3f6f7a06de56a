import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watchSigners } from '../../src/jobs/usage/watch-signers.ts'
import { retention } from '../../src/jobs/retention.ts'
import { startService } from '../harness/service.ts'
import { storeCall } from '../harness/store.ts'
import { storeSettings } from '../harness/store-settings.ts'
import { until } from '../harness/until.ts'
import { manage, read } from '../management/client.ts'
import { recordOf, report, windowsOf } from './reported.ts'
import { type UsageScene, dayMs, minuteMs, openUsageScene } from './scene.ts'

let scene: UsageScene
beforeAll(async () => {
  scene = await openUsageScene()
})
afterAll(() => scene.stop())

const alarmsOf = async (key: string, subject: string) => {
  const path = `/alarms?key=${key}&subject=${encodeURIComponent(subject)}`
  return (await read(scene.service, 'AlarmList', path)).items
}

test('a total beyond what the store can be shown is shown as the most there is, and told', async () => {
  const id = await scene.bought()
  await scene.used(id, 2, { value: '99999999' })
  await scene.settled(id)
  const timestamp = String(scene.clock.now().getTime())
  const asked = { activity: 'queryInstance', instanceId: id }
  const { body } = await storeCall(scene.service, asked, { timestamp })
  const [{ usageInfo = [] } = {}] = body['info'] as { usageInfo?: { usageValue: number }[] }[]
  expect(usageInfo[0]?.usageValue).toBe(99_999_999.9999)
  const [alarm] = await until(
    () => alarmsOf('usage.total', `instance:${id}`),
    ([one]) => one !== undefined,
  )
  expect(alarm?.text).toContain('99999999.9999')
})

test('two replicas push at once, and nothing is pushed twice', async () => {
  const { databaseUrl = '' } = scene.service
  const replica = await startService({
    databaseUrl,
    settings: storeSettings(scene.store),
    ports: { now: scene.clock.now },
    limits: { usageEveryMs: 100 },
  })
  try {
    scene.store.usage.rules.limit = 7
    const ids = await Promise.all(Array.from({ length: 2 }, () => scene.bought()))
    const before = scene.store.usage.repeats
    await report(scene.service, ids.flatMap(manySeconds))
    scene.pass(2 * minuteMs)
    const taken = () => scene.store.usage.taken.filter(({ instanceId }) => ids.includes(instanceId))
    await until(
      () => Promise.resolve(taken().length),
      (count) => count === 100,
    )
    const windows = (await Promise.all(ids.map((id) => scene.settled(id)))).flat()
    expect(windows.every(({ state }) => state === 'taken')).toBe(true)
    expect(new Set(taken().map(({ sn }) => sn)).size).toBe(100)
    expect(scene.store.usage.repeats).toBe(before)
  } finally {
    scene.store.usage.rules.limit = 1_000
    await sql`delete from usage_limits`.execute(scene.service.db)
    await replica.stop()
  }
})

test('usage of an address that is configured no more is signed by the one that the instance is called at now', async () => {
  const { services } = scene.service.app
  const address = { name: 'main', site: 'china' } as never
  const job = watchSigners(new Map([['main', address]]), services)
  const id = await scene.bought()
  scene.store.usage.rules.refusesAll = 'MKT.0250'
  await scene.used(id)
  await refused(id)
  await sql`update usage_windows set signer = 'gone' where instance_id = ${id}`.execute(services.db)
  scene.store.usage.rules.refusesAll = undefined
  scene.pass(20 * minuteMs)
  await job.run()
  expect(await scene.settled(id)).toMatchObject([{ state: 'taken', address: 'main' }])
})

test('usage of a site without access keys is told, until there are some', async () => {
  const { services } = scene.service.app
  const address = { name: 'main', site: 'china' } as never
  const addresses = new Map([['main', address]])
  const id = await scene.bought()
  scene.store.usage.rules.refusesAll = 'MKT.0250'
  await scene.used(id)
  await refused(id)
  const without = { ...services, stores: { ...services.stores, all: [] } }
  await watchSigners(addresses, without).run()
  const [alarm] = await alarmsOf('usage.held_up', 'site:china')
  expect(alarm).toMatchObject({ clearedAt: null })
  expect(alarm?.text).toContain('KOOGATE_STORE_AK')
  scene.store.usage.rules.refusesAll = undefined
  scene.pass(20 * minuteMs)
  await scene.settled(id)
  await watchSigners(addresses, services).run()
  expect((await alarmsOf('usage.held_up', 'site:china'))[0]?.clearedAt).not.toBeNull()
})

test('what came to an end is forgotten after its days with records, ids and pushes; what waits and the totals stay', async () => {
  const { db } = scene.service.app.services
  const count = async (table: string) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from ${sql.table(table)}`.execute(db)
    return rows[0]?.count ?? 0
  }
  const waiting = await scene.bought()
  scene.store.usage.rules.instanceOf = (one) => (one === waiting ? { isOffMarket: true } : {})
  await scene.used(waiting)
  await scene.settled(waiting)
  const totals = await count('usage_totals')
  const tables = ['usage_records', 'usage_record_keys', 'usage_batches'] as const
  for (const table of tables) expect(await count(table), table).toBeGreaterThan(0)
  const ofUsage = async (days: number) => {
    const at = new Date(Date.now() + days * dayMs)
    const services = { ...scene.service.app.services, now: () => at }
    const jobs = retention({ ...keepNothingElse, usage: 35 }, services)
    for (const job of jobs) if (job.name.startsWith('prune-usage')) await job.run()
  }
  await ofUsage(20)
  for (const table of tables) expect(await count(table), table).toBeGreaterThan(0)
  await ofUsage(60)
  for (const table of tables) expect(await count(table), table).toBe(0)
  const left = await sql<{ state: string }>`select distinct state from usage_windows`.execute(db)
  expect(left.rows).toEqual([{ state: 'parked' }])
  expect(await count('usage_totals')).toBe(totals)
  // What was parked can still be taken back.
  const body = { instanceId: waiting }
  expect((await manage(scene.service, '/usage/void', { method: 'POST', body })).status).toBe(200)
})

/** Its usage waits, since the store has asked for a pause. */
const refused = (id: string) =>
  until(
    () => windowsOf(scene.service, id),
    ([one]) => one?.state === 'ready' && one.code === 'MKT.0250',
  )

const keepNothingElse = {
  messages: 'off',
  audit: 'off',
  events: 'off',
  webhookAttempts: 'off',
  outboundCalls: 'off',
} as const

function manySeconds(id: string) {
  const first = Date.parse('2026-11-19T00:00:00Z')
  const at = (second: number) => new Date(first + second * 1000).toISOString()
  return Array.from({ length: 50 }, (_, second) =>
    recordOf(id, { beginTime: at(second), endTime: at(second + 1) }),
  )
}

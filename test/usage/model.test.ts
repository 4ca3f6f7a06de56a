import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, onTestFailed, test } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { type OpenDatabase, openServer } from '../../src/db/database.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import type { UsageFault } from '../../src/simulator/api/usage-ledger.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { seededRandom } from '../harness/random.ts'
import { scale, seed } from '../harness/scale.ts'
import { keys, managementToken } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { until } from '../harness/until.ts'

type Reported = ManagementSchemas['ReportedUsage']
type Report = ManagementSchemas['UsageReport']

const { usageRecords, killsOfPushers } = scale
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const batchSize = 20
const clients = 4
const instances = 12

const random = seededRandom(seed)
const chance = (percent: number) => random.between(1, 100) <= percent
const anyOf = <Item>(items: readonly [Item, ...Item[]]): Item =>
  items[random.between(0, items.length - 1)] ?? items[0]
const folder = mkdtempSync(join(tmpdir(), 'koogate-usage-model-'))
const clockFile = join(folder, 'clock')
const clock = { aheadMs: 0 }
const now = () => new Date(Date.now() + clock.aheadMs)
function pass(ms: number): void {
  clock.aheadMs += ms
  writeFileSync(clockFile, String(clock.aheadMs))
}

let store: OrderStore
let service: ServiceProcess
let database: OpenDatabase
beforeAll(async () => {
  pass(0)
  store = await startOrderStore({ ...credentials, now })
  store.usage.rules.now = now
  store.usage.rules.keys = [keys.basic]
  const url = await createDatabase(inject('postgresUrl'))
  database = openServer(url)
  const limits = {
    ...{ usageEveryMs: 50, usageLeaseMs: 2_000, storeWithinMs: 400, tidyEveryMs: 500 },
    ...{ siteProbeMs: 50, siteProbeAtMostMs: 200, drainMs: 0 },
  }
  const settings = { ...storeSettings(store), TEST_CLOCK_FILE: clockFile }
  service = await serviceProcess(url, settings, { limits })
})
afterAll(async () => {
  await service.stop()
  await database.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

test('what was accepted and what the store took are the same to the last decimal, whatever fails in between', async () => {
  onTestFailed(() => {
    process.stderr.write(service.output())
  })
  service.launch()
  await service.ready()
  const ids = await boughtAll()
  const [left, poisoned] = ids as [string, string]
  const accepted = new Map(ids.map((id) => [id, 0n]))
  const { rules } = store.usage
  rules.faultAt = () => (chance(25) ? anyOf(faults) : undefined)
  rules.instanceOf = (id) => ({ isOffMarket: id === left && chance(50) })
  rules.poison.set(poisoned, 'MKT.9001')
  const rounds = killsOfPushers + 2
  for (let round = 0; round < rounds; round += 1) {
    const killing = round > 0 && round <= killsOfPushers ? killSoon() : Promise.resolve()
    await reportAll(ids, Math.ceil(usageRecords / rounds), accepted)
    await killing
    rules.limit = round % 2 === 0 ? 1_000 : 100
    // The store is away for a day, and comes back.
    if (round === 1) rules.faultAt = () => 'refuse'
    pass(round === 1 ? 24 * hourMs : 3 * minuteMs)
    await wait(300)
    rules.faultAt = () => (chance(25) ? anyOf(faults) : undefined)
  }
  mend()
  await allTaken()
  expect(sumsOf(store.usage.taken)).toEqual(sorted(accepted))
  expect(await valuesHere()).toEqual(valuesThere())
})

const faults: readonly [UsageFault, ...UsageFault[]] = [
  'refuse',
  'take-and-refuse',
  'take-and-hang',
  { code: 'MKT.0999' },
  { code: '94060001' },
  { code: 'MKT.0250' },
  'name-others',
]

type Ids = readonly [string, ...string[]]

async function boughtAll(): Promise<Ids> {
  const calls = Array.from({ length: instances }, () => storeCall(service, purchaseOf(newOrder())))
  const bought = await Promise.all(calls)
  await sql`update sold_instances set created_at = created_at - interval '30 days'`.execute(
    database.db,
  )
  const [first = '', ...others] = bought.map(({ body }) => String(body['instanceId']))
  return [first, ...others]
}

let made = 0

/** An hour of the last days; many of one hour, so that some come when it is closed. */
function anyRecord(ids: Ids): Reported {
  made += 1
  const hour = Math.floor(now().getTime() / hourMs) - random.between(1, 40)
  const begin = new Date(hour * hourMs)
  return {
    instanceId: anyOf(ids),
    recordId: `record-${made}`,
    beginTime: begin.toISOString(),
    endTime: new Date(begin.getTime() + hourMs).toISOString(),
    value: `${random.between(0, 9_999)}.${String(random.between(1, 9_999)).padStart(4, '0')}`,
  }
}

async function reportAll(ids: Ids, count: number, accepted: Map<string, bigint>): Promise<void> {
  const batches = Array.from({ length: Math.ceil(count / batchSize) }, () =>
    Array.from({ length: batchSize }, () => anyRecord(ids)),
  )
  const work = async () => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      await reportSurely(batch)
      // Somebody did not hear the answer.
      if (chance(20)) await reportSurely(batch.slice(0, 5))
      for (const { instanceId, value } of batch) {
        accepted.set(instanceId, (accepted.get(instanceId) ?? 0n) + BigInt(value.replace('.', '')))
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, work))
}

async function reportSurely(records: readonly Reported[]): Promise<void> {
  const report = await until(
    () => post('/usage', { records }).catch(() => undefined),
    (answer) => answer !== undefined,
    60_000,
  )
  const { accepted, repeated, results } = report as Report
  expect(accepted + repeated, JSON.stringify(results)).toBe(records.length)
}

async function post(path: string, body: object): Promise<unknown> {
  const answer = await sendTo(service, `/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${managementToken}` },
    body: JSON.stringify(body),
  })
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`)
  return answer.body
}

async function killSoon(): Promise<void> {
  await wait(random.between(50, 400))
  await service.kill()
  service.launch()
  await service.ready()
}

function mend(): void {
  const { rules } = store.usage
  rules.poison.clear()
  Object.assign(rules, { faultAt: () => undefined, instanceOf: () => ({}), limit: 1_000 })
}

/** Time passes, and an operator has pushed again what was parked. */
async function allTaken(): Promise<void> {
  await until(
    async () => {
      pass(2 * minuteMs)
      await post('/usage/retry', { state: 'parked' })
      const { rows } = await sql<{ left: number }>`
        select count(*)::integer as left from usage_windows where state <> 'taken'`.execute(
        database.db,
      )
      return rows[0]?.left
    },
    (left) => left === 0,
    scale.minutesATest * minuteMs,
  )
}

function sorted(sums: ReadonlyMap<string, bigint>): (readonly [string, bigint])[] {
  return [...sums]
    .filter(([, sum]) => sum > 0n)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}

function sumsOf(taken: OrderStore['usage']['taken']) {
  const sums = new Map<string, bigint>()
  for (const { instanceId, value } of taken)
    sums.set(instanceId, (sums.get(instanceId) ?? 0n) + value)
  return sorted(sums)
}

async function valuesHere() {
  const { rows } = await sql<{ sn: string; value: string }>`
    select metering_sn as sn, value::text from usage_windows order by metering_sn`.execute(
    database.db,
  )
  return rows.map(({ sn, value }) => [sn, BigInt(value.replace('.', ''))])
}

function valuesThere() {
  const { taken } = store.usage
  return taken
    .map(({ sn = '', value }) => [sn, value] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}

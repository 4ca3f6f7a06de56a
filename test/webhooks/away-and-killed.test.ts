import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { createVault } from '../../src/crypto/vault.ts'
import { type OpenDatabase, openServer } from '../../src/db/database.ts'
import { compile } from '../../src/db/unit-of-work-statement.ts'
import { newId } from '../../src/db/new-id.ts'
import { feedKey } from '../harness/feed-rows.ts'
import { killRelays } from '../harness/kill-relays.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { seededRandom } from '../harness/random.ts'
import { type Receiver, ok, startReceiver } from '../harness/receiver.ts'
import { isLong, scale, seed } from '../harness/scale.ts'
import { until } from '../harness/until.ts'
import { read } from '../management/client.ts'

// Two replicas, an endpoint that is away for a day, another one that is not, and at random moments the end
// of a process, which is a relay and couriers, or of the connection on which a relay gives positions.

const hour = 3_600_000
const minute = 60_000
const limits = {
  jobsEveryMs: 20,
  eventsEveryMs: 50,
  deliveryLeaseMs: 5_000,
  deliveryWithinMs: 2_000,
}
const count = scale.awayEvents
const withinMs = scale.minutesATest * minute
const topics = Math.ceil(count / 5)
const random = seededRandom(seed)
const folder = mkdtempSync(join(tmpdir(), 'koogate-scene-'))
const clockFile = join(folder, 'clock')

let database: OpenDatabase
let replicas: readonly ServiceProcess[]
let away: Receiver
let other: Receiver
let aheadMs = 0
let kills = 0

const now = () => Date.now() + aheadMs
// Whoever reads it meanwhile reads all of it.
const goAhead = (ms: number) => {
  aheadMs += ms
  writeFileSync(`${clockFile}.next`, String(aheadMs))
  renameSync(`${clockFile}.next`, clockFile)
}
const arrivedAt = ({ received }: Receiver) =>
  new Set(received.flatMap(({ id, type }) => (type === 'instance.changed' ? [id] : [])))

beforeAll(async () => {
  goAhead(0)
  const [secret, otherSecret] = [newWebhookSecret(), { now: '' }]
  away = await startReceiver(() => secret)
  other = await startReceiver(() => otherSecret.now)
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  database = openServer(databaseUrl)
  const settings = {
    KOOGATE_WEBHOOK_URL: away.url,
    KOOGATE_WEBHOOK_SECRET: secret,
    TEST_CLOCK_FILE: clockFile,
  }
  replicas = await Promise.all([0, 1].map(() => serviceProcess(databaseUrl, settings, { limits })))
  for (const replica of replicas) replica.launch()
  await Promise.all(replicas.map((replica) => replica.ready()))
  const at = { url: replicas[0]?.url ?? '' }
  const post = (body?: unknown) => ({ method: 'POST', body }) as const
  const body = { url: other.url, types: ['instance.*'] }
  const made = await read(at, 'CreatedWebhookEndpoint', '/webhook-endpoints', post(body))
  otherSecret.now = made.secret
  await read(at, 'WebhookEndpoint', `/webhook-endpoints/${made.id}/enable`, post())
})
afterAll(async () => {
  for (const replica of replicas) await replica.stop()
  await database.close()
  await Promise.all([away.close(), other.close()])
  rmSync(folder, { recursive: true })
})

/** Ends a replica as a loss of its machine would, and starts it again. */
async function killOne(): Promise<void> {
  const replica = replicas[random.between(0, 1)]
  kills += 1
  await replica?.kill()
  replica?.launch()
  await replica?.ready()
}

const vault = createVault(feedKey)

/** Commits events as calls do, several at once; returns their ids. */
async function commitEvents(): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, index) => {
    const id = newId()
    return {
      ...{ id, ids: [id], types: ['instance.changed'], topic: `instance:${index % topics}` },
      ...{ topic_seq: Math.floor(index / topics) + 1, site: 'china', address: 'main', test: false },
      ...{ personal: false, at: new Date(now()) },
      data: vault.encrypt(JSON.stringify({ index })),
    }
  })
  // Slowly enough for relays to be met at their work.
  const atOnce = Math.max(10, count / 200)
  for (let first = 0; first < count; first += atOnce) {
    const outbox = rows.slice(first, first + atOnce)
    await database.db.executeQuery(compile([{ outbox }]))
    await wait(20)
  }
  return rows.map(({ id }) => id)
}

const endpoint = () =>
  database.db
    .selectFrom('webhook_endpoints')
    .select(['failures', 'paused_until'])
    .where('id', '=', 'settings')
    .executeTakeFirstOrThrow()

/** Waits until the endpoint that is away is paused and nobody asks it; until when it is. */
async function pausedUntil(): Promise<number> {
  const leased = () =>
    database.db
      .selectFrom('webhook_lanes')
      .select('lane')
      .where('endpoint_id', '=', 'settings')
      .where('lease', 'is not', null)
      .where('next_at', '>', new Date(now()))
      .execute()
  await until(leased, ({ length }) => length === 0)
  const { paused_until } = await until(
    endpoint,
    ({ failures, paused_until: end }) => failures >= 10 && (end?.getTime() ?? 0) > now(),
  )
  return paused_until?.getTime() ?? 0
}

/** Goes to the end of a pause: the last one who has asked in vain may begin it at any time. */
async function endPause(): Promise<void> {
  const { paused_until } = await endpoint()
  goAhead(Math.max(0, (paused_until?.getTime() ?? 0) - now()))
}

/**
 * Waits until the endpoint is asked again; how many pauses went by: who had asked in vain before the clock
 * went ahead, and hears of it only now, begins another one.
 */
async function pausesUntilAsked(before: number): Promise<number> {
  let pauses = 1
  const asked = async () => {
    if (away.received.length > before) return true
    const leftMs = ((await endpoint()).paused_until?.getTime() ?? 0) - now()
    if (leftMs <= 0) return false
    goAhead(leftMs + 50)
    pauses += 1
    return false
  }
  await until(asked, (isAsked) => isAsked)
  return pauses
}

/** Lives through pauses for a day, with some kills on the way; returns how many pauses there were. */
async function liveADay(killsMeanwhile: number): Promise<number> {
  const ends = now() + 24 * hour
  const most = isLong ? 150 : scale.awayPauses
  const killedAt = new Set(
    Array.from({ length: killsMeanwhile }, () => random.between(1, most - 1)),
  )
  let pauses = 0
  while (now() < ends) {
    const end = await pausedUntil()
    const before = away.received.length
    goAhead(Math.max(0, end - now()) + 50)
    pauses += await pausesUntilAsked(before)
    if (killedAt.has(pauses)) await killOne()
    if (pauses >= scale.awayPauses) goAhead(Math.max(0, ends - now()))
  }
  return pauses
}

test('after a day away everything arrives in order, whatever is killed, and nobody else has waited', async () => {
  // In a short run there is none at the beginning.
  const third = Math.ceil(scale.killsOfCouriers / 3)
  away.answer = (response) => response.destroy()
  let isCommitted = false
  const killing = killRelays(database.db, () => isCommitted)
  const committing = commitEvents()
  for (let kill = 0; isLong && kill < third; kill += 1) await killOne()
  const ids = await committing
  const came = (receiver: Receiver) =>
    until(
      () => Promise.resolve(arrivedAt(receiver)),
      ({ size }) => size >= count,
      withinMs,
    )
  // The other one has all of it before the first pause is over.
  const begun = performance.now()
  await came(other)
  const otherMs = performance.now() - begun
  isCommitted = true
  const relaysKilled = await killing
  if (isLong) expect(relaysKilled).toBeGreaterThan(0)

  await pausedUntil()
  const first = away.received.length
  const killedBefore = kills
  const pauses = await liveADay(third)
  // Once a pause, and at its end; whoever was killed while it asked is followed by another one.
  const asked = away.received.length - first
  expect(asked).toBeLessThanOrEqual(pauses + 1 + kills - killedBefore)

  away.answer = (response) => setTimeout(() => ok(response, undefined as never), isLong ? 5 : 1)
  const dead = away.received.length
  const alive = () => ({ ...away, received: away.received.slice(dead) })
  const cameAlive = (least: number) =>
    until(endPause, () => arrivedAt(alive()).size >= least, withinMs)
  for (let kill = 0; kill < third; kill += 1) {
    await cameAlive(Math.floor((count * (kill + 1)) / (third + 2)))
    await killOne()
  }
  await cameAlive(count)
  for (const receiver of [other, alive()]) {
    expect([...arrivedAt(receiver)].toSorted()).toEqual(ids.toSorted())
    expect(outOfOrder(receiver)).toEqual([])
    expect(receiver.refused).toEqual([])
  }
  const numbers = {
    events: count,
    pauses,
    asked,
    kills,
    relaysKilled,
    otherMs: Math.round(otherMs),
  }
  if (isLong) process.stderr.write(`${JSON.stringify(numbers)}\n`)
})

/** The events whose first arrival came after that of a later one of their topic. */
function outOfOrder({ received }: Pick<Receiver, 'received'>): number[] {
  const last = new Map<number, number>()
  const indexes = received.flatMap(({ type, data }) =>
    type === 'instance.changed' ? [Number(data['index'])] : [],
  )
  return [...new Set(indexes)].filter((index) => {
    const before = last.get(index % topics) ?? -1
    last.set(index % topics, Math.max(before, index))
    return index < before
  })
}

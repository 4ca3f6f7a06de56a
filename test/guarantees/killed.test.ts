import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, onTestFailed, test } from 'vitest'
import { createVault } from '../../src/crypto/vault.ts'
import { type OpenDatabase, openServer } from '../../src/db/database.ts'
import { listEvents } from '../../src/db/instance/events.ts'
import { parseStoreTime } from '../../src/domain/time/store-time.ts'
import { type Life, liveOnce } from '../harness/at-least-once-client.ts'
import { snapshotOf } from '../harness/database-snapshot.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { seededRandom } from '../harness/random.ts'
import { scale, seed } from '../harness/scale.ts'
import { settingsFor } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'

const { killsWhileStarting, killsUnderLoad } = scale
const clients = 8

const random = seededRandom(seed)

let service: ServiceProcess
let database: OpenDatabase

beforeAll(async () => {
  const url = await createDatabase(inject('postgresUrl'), 'empty')
  database = openServer(url)
  service = await serviceProcess(url)
})
afterAll(async () => {
  expect(await service.stop()).toBe(0)
  await database.close()
})

test('no acknowledged call is lost and none counts twice when the process is killed at random points', async () => {
  onTestFailed(() => {
    process.stderr.write(service.output())
  })
  await killWhileStarting()
  const lives = await liveThroughKills()
  await service.ready()
  expect(lives.reduce((sum, { cutOff }) => sum + cutOff, 0)).toBeGreaterThanOrEqual(killsUnderLoad)
  expect(await idsAfterwards(lives)).toEqual(idsAcknowledged(lives))
  await Promise.all(lives.map(expectSnapshots))
  expect(await statesOf(lives)).toEqual(lives.map(stateAfter))
  const kept = await keptMarks()
  const lost = lives
    .flatMap(({ acknowledged }) => acknowledged)
    .filter(({ mark }) => !kept.has(mark))
  expect(lost).toEqual([])
})

// The first starts meet an empty database: schema and job queue are made, or half made.
async function killWhileStarting(): Promise<void> {
  for (let i = 0; i < killsWhileStarting; i++) {
    service.launch()
    await wait(random.between(300, 1_000))
    await service.kill()
  }
}

async function liveThroughKills(): Promise<Life[]> {
  const lives: Life[] = []
  let isOver = false
  const work = async (client: number) => {
    for (let turn = client; !isOver; turn += clients) lives.push(await liveOnce(service, turn))
  }
  service.launch()
  const working = Promise.all(Array.from({ length: clients }, (_, i) => work(i)))
  const killing = killUnderLoad().finally(() => {
    isOver = true
  })
  await Promise.all([working, killing])
  return lives
}

// A kill comes after a random number of messages, so it comes under load however fast the machine is.
async function killUnderLoad(): Promise<void> {
  for (let i = 0; i < killsUnderLoad; i++) {
    await service.ready()
    const enough = (await messageCount()) + random.between(1, 80)
    while ((await messageCount()) < enough) await wait(5)
    await wait(random.between(0, 8))
    await service.kill()
    service.launch()
  }
}

async function messageCount(): Promise<number> {
  const { count } = await database.db
    .selectFrom('messages')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const idsAcknowledged = (lives: readonly Life[]) =>
  lives.map(({ acknowledged }) => acknowledged[0]?.instanceId)

/** The ids that a purchase of the same order lines is answered with now. */
async function idsAfterwards(lives: readonly Life[]): Promise<unknown[]> {
  const answers = lives.map(({ bought }) => storeCall(service, purchaseOf(bought)))
  return (await Promise.all(answers)).map(({ body }) => body['instanceId'])
}

async function expectSnapshots(life: Life): Promise<void> {
  const [id] = idsAcknowledged([life])
  const once = { instances: [], claims: 1, jobs: 1 }
  expect(await snapshotOf(database.db, life.bought)).toEqual({
    ...once,
    claims: 0,
    instances: [{ id, test: false }],
    events: ['instance.created', 'instance.activated'],
  })
  const renewal = await snapshotOf(database.db, life.renewal)
  expect(renewal).toEqual({ ...once, events: ['instance.refreshed'] })
  const upgrade = await snapshotOf(database.db, life.upgrade)
  expect(upgrade).toEqual({ ...once, events: ['instance.upgraded'] })
  expect(await snapshotOf(database.db, life.notice)).toEqual({ ...once, events: [] })
}

interface State {
  readonly id: string | undefined
  readonly phase: string
  readonly frozen: boolean
  readonly expireTime: string | undefined
  /** Counts the changes: the purchase, the renewal, the upgrade, the freeze, the release. */
  readonly version: number
  readonly events: number
}

function stateAfter(life: Life): State {
  return {
    id: idsAcknowledged([life])[0],
    phase: life.isReleased ? 'released' : 'ready',
    frozen: true,
    expireTime: parseStoreTime(life.expireTime)?.toISOString(),
    version: life.isReleased ? 5 : 4,
    events: life.isReleased ? 6 : 5,
  }
}

function statesOf(lives: readonly Life[]): Promise<State[]> {
  return Promise.all(idsAcknowledged(lives).map((id = '') => stateOf(id)))
}

async function stateOf(id: string): Promise<State> {
  const { phase, frozen, version, expire_time } = await database.db
    .selectFrom('sold_instances')
    .selectAll()
    .where('instance_id', '=', id)
    .executeTakeFirstOrThrow()
  const { length: events } = await listEvents(database.db, id, 100)
  return { id, phase, frozen, version, expireTime: expire_time?.toISOString(), events }
}

/** The marks in the bodies of the messages that are kept with 000000. */
async function keptMarks(): Promise<Set<unknown>> {
  const secret = settingsFor('', undefined)['KOOGATE_SECRET_KEY'] ?? ''
  const vault = createVault(Buffer.from(secret, 'base64'))
  const rows = await database.db
    .selectFrom('messages')
    .select('body')
    .where('result_code', '=', '000000')
    .execute()
  const bodies = rows.map(({ body }) => vault.decrypt(Buffer.from(body)).toString())
  return new Set(bodies.map((body) => (JSON.parse(body) as { businessId: string }).businessId))
}

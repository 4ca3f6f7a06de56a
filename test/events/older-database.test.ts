import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, openServer } from '../../src/db/database.ts'
import { readFeed } from '../../src/db/event/feed.ts'
import { type OldEvent, numberOldEvents } from '../../src/db/event/number-old.ts'
import { placeEvents } from '../../src/db/event/relay.ts'
import { newId as newUuid } from '../../src/db/new-id.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { buy, newOrder } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { type Event, feedOf, whenPlaced } from './feed.ts'

const vectors = JSON.parse(readFileSync('openapi/vectors/at-rest.json', 'utf8')) as {
  readonly secretKey: string
}
const settings = { KOOGATE_SECRET_KEY: vectors.secretKey }
const limits = { eventsEveryMs: 50 }
// The last version before the feed.
const fixture = 'test/fixtures/schema-0.3.0.sql'

let service: TestService
beforeAll(async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'), 'empty')
  const text = readFileSync(fixture, 'utf8')
  await withClient(databaseUrl, (client) => client.query(text))
  service = await startService({ databaseUrl, settings, limits })
})
afterAll(() => service.stop())

const whenNumbered = (db: Database) =>
  until(
    async () => {
      const { rows } = await sql`select from events where in_feed is null limit 1`.execute(db)
      return rows.length
    },
    (left) => left === 0,
  )
const idsOf = (events: readonly Event[]) => events.map(({ id }) => id)

test('what an older database tells of its instances is numbered once, before what comes', async () => {
  const { db } = service
  await whenNumbered(db)
  const instanceId = await buy(service)
  await whenPlaced(service)
  const history = await db
    .selectFrom('events')
    .select('id')
    .where('instance_id', '<>', instanceId)
    .execute()
  const events = await feedOf(service)
  expect(history.length).toBeGreaterThan(3)
  expect(idsOf(events.slice(0, history.length)).sort()).toEqual(history.map(({ id }) => id).sort())
  expect(events.filter(({ data }) => data['instanceId'] === instanceId)).toHaveLength(2)
  const second = await startService({
    ...{ settings, limits },
    databaseUrl: String(service.databaseUrl),
  })
  await second.stop()
  const again = await feedOf(service)
  expect(new Set(idsOf(again)).size).toBe(again.length)
  expect(idsOf(again.slice(0, events.length))).toEqual(idsOf(events))
})

test('what a version before writes beside this one is told, a refresh as a renewal', async () => {
  const { db } = service
  const instanceId = await buy(service)
  const id = newId('old')
  const orderId = newOrder().orderId
  await sql`
    insert into events (id, instance_id, type, order_id, at)
    values (gen_random_uuid(), ${instanceId}, 'instance.refreshed', ${orderId}, now()),
      (gen_random_uuid(), ${id}, 'instance.created', null, now())`.execute(db)
  await whenNumbered(db)
  await whenPlaced(service)
  const events = await feedOf(service)
  expect(events.filter(({ type }) => type === 'instance.renewed').at(-1)).toMatchObject({
    topic: `instance:${instanceId}`,
    address: 'main',
    data: { instanceId, status: null, plan: null, cause: { messageId: null, orderId } },
  })
  expect(events.filter(({ topic }) => topic === `instance:${id}`)).toHaveLength(1)
  expect(events.map(({ position }) => position)).toEqual(events.map((_, at) => at + 1))
})

test('what a version before has written goes by its id among what waits for the relay', async () => {
  const database = openServer(await createDatabase(inject('postgresUrl')))
  const { db } = database
  const [first, old, last] = [newUuid(), newUuid(), newUuid()]
  for (const id of [first, last]) {
    await sql`
      insert into event_outbox
        (id, topic, topic_seq, types, ids, site, address, test, personal, at, data)
      values (${id}, ${`instance:${id}`}, 1, '{instance.created}', array[${id}::uuid], 'china', 'main',
        false, false, now(), '')`.execute(db)
  }
  await sql`
    insert into events (id, instance_id, type, at)
    values (${old}, 'old', 'instance.created', now())`.execute(db)
  const tell = ({ type }: OldEvent) => ({ topic: 'instance:old', type, data: Buffer.of() })
  expect(await placeEvents(db, 500)).toEqual({ changes: 1, isOldWaiting: true, last: 1 })
  expect(await numberOldEvents(db, 500, tell)).toBe(1)
  expect(await placeEvents(db, 500)).toEqual({ changes: 1, isOldWaiting: false, last: 3 })
  const rows = await readFeed(db, { after: 0, limit: 10 })
  expect(rows.map(({ id }) => id)).toEqual([first, old, last])
  await database.close()
})

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { type Database, type OpenDatabase, openServer } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import {
  type NewEndpoint,
  deleteEndpoint,
  findEndpoint,
  insertEndpoint,
  lockEndpoint,
} from '../../src/db/webhook/endpoints.ts'
import { claimLanes } from '../../src/db/webhook/claim-lanes.ts'
import { fanOut } from '../../src/db/webhook/fan-out.ts'
import { feed } from '../harness/feed-rows.ts'
import { createDatabase } from '../harness/postgres.ts'
import { until } from '../harness/until.ts'

const old = 3_000
const recent = 20
let database: OpenDatabase

beforeAll(async () => {
  database = openServer(await createDatabase(inject('postgresUrl')))
  const events = Array.from({ length: old + recent }, (_, at) => ({ topic: `instance:${at}` }))
  await feed(database.db, events)
  await sql`analyze event_feed`.execute(database.db)
})
afterAll(() => database.close())

const endpointOf = (id: string): NewEndpoint => ({
  id,
  url: 'https://app.example.com/',
  test: 'exclude',
  personal: false,
  ordered: true,
  state: 'enabled',
  since: new Date(),
})

test('what is new is found without reading the feed before it', async () => {
  const at = new Date()
  await insertEndpoint(database.db, endpointOf('new'), old)
  await database.db.transaction().execute(async (transaction) => {
    const done = await fanOut(transaction, { endpointId: 'new', limit: 500, now: at })
    expect(done).toEqual({ events: recent, deliveries: recent, lanes: [] })
    const { rows } = await sql<{ rows: number }>`
      select seq_tup_read + idx_tup_fetch as rows from pg_stat_xact_user_tables
      where relname = 'event_feed'`.execute(transaction)
    expect(rows[0]?.rows).toBe(recent)
  })
})

test('it is planned a few times for a connection, and not at each look, however much is kept', async () => {
  await insertEndpoint(database.db, endpointOf('planned'), 0)
  onTestFinished(async () => void (await sql`analyze event_feed`.execute(database.db)))
  await sql`update pg_class set reltuples = 1e7 where relname = 'event_feed'`.execute(database.db)
  await database.db.connection().execute(async (db) => {
    // So few that there is more at each look.
    for (let look = 0; look < 20; look += 1) {
      const done = await fanOut(db, { endpointId: 'planned', limit: 7, now: new Date() })
      expect(done?.events).toBe(7)
    }
    const { rows } = await sql<{ generic_plans: number; custom_plans: number }>`
      select generic_plans, custom_plans from pg_prepared_statements
      where statement like '%insert into webhook_deliveries%'
      order by prepare_time desc limit 1`.execute(db)
    expect(rows).toEqual([{ generic_plans: 15, custom_plans: 5 }])
  })
})

// Who settles has the endpoint and wants its lanes: the two would wait for each other, and what is not
// settled waits for the end of its lease.
test('lanes are made while somebody else writes down how the endpoint answers', async () => {
  await insertEndpoint(database.db, endpointOf('settled'), old)
  await database.db.transaction().execute(async (settling) => {
    await lockEndpoint(settling, 'settled')
    const done = await fanOut(database.db, { endpointId: 'settled', limit: 500, now: new Date() })
    expect(done).toEqual({ events: recent, deliveries: recent, lanes: [] })
  })
})

const handOver = () => ({
  ...{ limit: 5, version: 1, lease: randomUUID(), leaseUntil: new Date(Date.now() + 60_000) },
})

test('new lanes are handed over to who fans out, as far as there is room, and claimed by nobody else', async () => {
  const { db } = database
  const now = new Date()
  await insertEndpoint(db, endpointOf('taken'), old)
  // A lane that is there already is somebody else's.
  await sql`insert into webhook_lanes (endpoint_id, lane, pending, next_at)
    values ('taken', ${`instance:${old + 1}`}, 1, ${new Date(now.getTime() + 60_000)})`.execute(db)
  const wanted = { endpointId: 'taken', limit: 500, now, handOver: handOver() }
  const done = await fanOut(db, wanted)
  expect(done).toMatchObject({ events: recent, deliveries: recent })
  const topics = [0, 2, 3, 4].map((at) => `instance:${old + at}`)
  expect(done?.lanes.map(({ lane }) => lane)).toEqual(topics)
  expect(done?.lanes.map(({ deliveries }) => deliveries[0]?.event?.topic)).toEqual(topics)
  const others = await claimLanes(db, {
    ...{ endpointId: 'taken', limit: 500, deliveries: 10, now },
    ...{ lease: randomUUID(), leaseUntil: new Date(now.getTime() + 60_000) },
  })
  expect(others.map(({ lane }) => lane)).toEqual(
    Array.from({ length: recent - 5 }, (_, index) => `instance:${old + 5 + index}`),
  )
})

test.each([
  ['was changed since', { version: 2 }],
  ['is paused by hand', { state: 'paused' as const }],
  ['is paused by its failures', { paused_until: new Date(Date.now() + 60_000) }],
  ['is in doubt', { failures: 10 }],
])('nothing is handed over of an endpoint that %s', async (_, columns) => {
  const { db } = database
  const id = randomUUID()
  await insertEndpoint(db, endpointOf(id), old)
  await db.updateTable('webhook_endpoints').set(columns).where('id', '=', id).execute()
  const wanted = { endpointId: id, limit: 500, now: new Date(), handOver: handOver() }
  expect(await fanOut(db, wanted)).toEqual({ events: recent, deliveries: recent, lanes: [] })
})

// What the other does first, and what it wants once the deletion waits for it.
const others = {
  'fans out to it': {
    first: sql`select from webhook_cursors where endpoint_id = 'deleted' for update`,
    then: sql`insert into webhook_lanes (endpoint_id, lane, pending, next_at)
      values ('deleted', 'c', 1, now())`,
  },
  'settles lanes of it': {
    first: sql`select from webhook_lanes where endpoint_id = 'deleted' and lane = 'a' for update`,
    then: sql`select from webhook_lanes where endpoint_id = 'deleted' and lane = 'b' for update`,
  },
}

test.each(Object.entries(others))(
  'an endpoint is deleted while somebody %s, and neither fails',
  async (_, { first, then }) => {
    const { db } = database
    await insertEndpoint(db, endpointOf('deleted'), old)
    // In the order in which nobody may lock them.
    for (const lane of ['b', 'a']) {
      await sql`insert into webhook_lanes (endpoint_id, lane, pending, next_at)
        values ('deleted', ${lane}, 1, now())`.execute(db)
    }
    let deleting: Promise<void> | undefined
    await inTransaction(db, async (other) => {
      await first.execute(other)
      deleting = inTransaction(db, async (transaction) => {
        await lockEndpoint(transaction, 'deleted')
        await deleteEndpoint(transaction, 'deleted')
      })
      await until(() => isAnyWaiting(db), Boolean)
      await then.execute(other)
    })
    await deleting
    expect(await findEndpoint(db, 'deleted')).toBeUndefined()
    const { rows } = await sql`select from webhook_lanes where endpoint_id = 'deleted'`.execute(db)
    expect(rows).toEqual([])
  },
)

async function isAnyWaiting(db: Database): Promise<boolean> {
  const { rows } = await sql<{ is_waiting: boolean }>`
    select exists (select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock') as is_waiting`.execute(db)
  return rows[0]?.is_waiting ?? false
}

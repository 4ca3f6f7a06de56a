import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, type OpenDatabase, openServer } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import {
  type NewEndpoint,
  deleteEndpoint,
  findEndpoint,
  insertEndpoint,
  lockEndpoint,
} from '../../src/db/webhook/endpoints.ts'
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
    expect(done).toEqual({ events: recent, deliveries: recent })
    const { rows } = await sql<{ rows: number }>`
      select seq_tup_read + idx_tup_fetch as rows from pg_stat_xact_user_tables
      where relname = 'event_feed'`.execute(transaction)
    expect(rows[0]?.rows).toBe(recent)
  })
})

// Who settles has the endpoint and wants its lanes: the two would wait for each other, and what is not
// settled waits for the end of its lease.
test('lanes are made while somebody else writes down how the endpoint answers', async () => {
  await insertEndpoint(database.db, endpointOf('settled'), old)
  await database.db.transaction().execute(async (settling) => {
    await lockEndpoint(settling, 'settled')
    const done = await fanOut(database.db, { endpointId: 'settled', limit: 500, now: new Date() })
    expect(done).toEqual({ events: recent, deliveries: recent })
  })
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

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type OpenDatabase, openServer } from '../../src/db/database.ts'
import { type NewEndpoint, insertEndpoint, lockEndpoint } from '../../src/db/webhook/endpoints.ts'
import { fanOut } from '../../src/db/webhook/fan-out.ts'
import { feed } from '../harness/feed-rows.ts'
import { createDatabase } from '../harness/postgres.ts'

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

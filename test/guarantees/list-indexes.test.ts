import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type OpenDatabase, openServer } from '../../src/db/database.ts'
import { formerIndexes, listIndexes } from '../../src/db/list-indexes.ts'
import { makeLargeIndexes } from '../../src/db/make-indexes.ts'
import { makeIndexes } from '../../src/jobs/make-indexes.ts'
import { defaultLimits } from '../../src/limits.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { until } from '../harness/until.ts'
import { listener } from '../jobs/scene.ts'

let url: string
let database: OpenDatabase

beforeAll(async () => {
  url = await createDatabase(inject('postgresUrl'))
  database = openServer(url)
})
afterAll(() => database.close())

const names = listIndexes.map(({ name }) => name).sort()

async function validIndexes(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select indexrelid::regclass::text as name from pg_index
    where indisvalid and indexrelid::regclass::text = any (${names}) order by 1`.execute(
    database.db,
  )
  return rows.map(({ name }) => name).sort()
}

async function dropAll(): Promise<void> {
  for (const name of names) await sql.raw(`drop index ${name}`).execute(database.db)
}

/** Until an index is being made and waits for whoever writes to its table. */
const untilWaiting = () =>
  until(
    async () => {
      const { rows } = await sql`
        select from pg_stat_activity
        where query like 'create index concurrently instances%' and wait_event_type = 'Lock'
          and datname = current_database()`.execute(database.db)
      return rows.length
    },
    (count) => count > 0,
  )

async function formerOnes(): Promise<unknown[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relname = any (${formerIndexes.map(({ name }) => name)})
    order by 1`.execute(database.db)
  return rows.map(({ name }) => name)
}

test('a new database has the indexes of all filters, and none of the former ones', async () => {
  expect(await validIndexes()).toEqual(names)
  expect(await formerOnes()).toEqual([])
})

test('the former ones of a large table are dropped while calls write to it', async () => {
  await sql`create index instances_by_address on sold_instances (address)`.execute(database.db)
  await sql`create index nonces_by_time on nonces (seen_at)`.execute(database.db)
  expect(await formerOnes()).toHaveLength(2)
  await makeLargeIndexes(database)
  expect(await formerOnes()).toEqual([])
})

test('they are made while calls write to the tables, by one of several replicas', async () => {
  await dropAll()
  await withClient(url, async (writer) => {
    await writer.query('begin')
    await writer.query('lock table sold_instances in row exclusive mode')
    const other = openServer(url)
    const making = [database, other].map((one) => makeLargeIndexes(one))
    await untilWaiting()
    // Whoever comes now does not wait behind it.
    await database.db.deleteFrom('sold_instances').where('instance_id', '=', 'nobody').execute()
    await writer.query('commit')
    await Promise.all(making)
    await other.close()
  })
  expect(await validIndexes()).toEqual(names)
})

test('none is begun once the process stops', async () => {
  await sql`drop index instances_by_update`.execute(database.db)
  await makeLargeIndexes(database, AbortSignal.abort())
  expect(await validIndexes()).not.toContain('instances_by_update')
  await makeLargeIndexes(database)
  expect(await validIndexes()).toEqual(names)
})

test('one that broke off is made anew', async () => {
  await sql`drop index instances_by_update`.execute(database.db)
  await sql`create index instances_by_update on sold_instances (updated_at, instance_id)`.execute(
    database.db,
  )
  await sql`update pg_index set indisvalid = false
    where indexrelid = 'instances_by_update'::regclass`.execute(database.db)
  expect(await validIndexes()).not.toContain('instances_by_update')
  await makeLargeIndexes(database)
  expect(await validIndexes()).toEqual(names)
})

test('one that the server cancels leaves nothing behind, and is said once and not tried again', async () => {
  await sql`drop index instances_by_update`.execute(database.db)
  const told = listener()
  const { run } = makeIndexes(database, { log: told.log, limits: defaultLimits })
  await withClient(url, async (writer) => {
    await writer.query('begin')
    await writer.query('lock table sold_instances in row exclusive mode')
    const making = run()
    await untilWaiting()
    await sql`select pg_cancel_backend(pid) from pg_stat_activity
      where query like 'create index concurrently instances%'
        and datname = current_database()`.execute(database.db)
    await writer.query('commit')
    await making
  })
  const msg = /instances_by_update .*DATABASE_URL that leads to Postgres itself/
  expect(told.lines).toMatchObject([{ level: 40, msg: expect.stringMatching(msg) as string }])
  const { rows } = await sql`select from pg_class where relname = 'instances_by_update'`.execute(
    database.db,
  )
  expect(rows).toEqual([])
  await run()
  expect(await validIndexes()).not.toContain('instances_by_update')
})

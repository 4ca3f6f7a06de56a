import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type pg from 'pg'
import { type OpenDatabase, openServer } from '../../src/db/database.ts'
import { defaultLimits } from '../../src/limits.ts'
import { migrate } from '../../src/db/migrate.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { atStart } from '../../src/db/start-connection.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { serviceProcess } from '../harness/process.ts'
import { until } from '../harness/until.ts'

// Both limits that could end a long statement: the pool's, and one that the server sets for everybody.
const limitMs = 200
let url: string
let database: OpenDatabase
let watcher: OpenDatabase

beforeAll(async () => {
  url = await createDatabase(inject('postgresUrl'), 'empty')
  const name = new URL(url).pathname.slice(1)
  await withClient(url, (client) =>
    client.query(`alter database ${name} set statement_timeout = ${limitMs}`),
  )
  await withClient(url, (client) =>
    client.query(`alter database ${name} set lock_timeout = ${limitMs}`),
  )
  database = openServer(url, { ...defaultLimits, queryWithinMs: limitMs })
  watcher = openServer(url, { ...defaultLimits, queryWithinMs: 60_000 })
})
afterAll(() => Promise.all([database.close(), watcher.close()]))

/** Lets the limit pass, and shows that it holds for every other statement. */
async function outlastLimit(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await expect(sql`select pg_sleep(60)`.execute(database.db)).rejects.toThrow(/timeout/)
  }
}

/** How many connections wait for a lock. */
async function waiting(): Promise<number> {
  // On a connection without the limits, which a busy machine needs more than.
  const { rows } = await sql<{ pid: number }>`
    select distinct pid from pg_locks
    where not granted and (database = (select oid from pg_database where datname = current_database()))`.execute(
    watcher.db,
  )
  return rows.length
}

/** Holds what a statement locks while `act` runs. */
async function whileHeld(lock: string, act: () => Promise<void>): Promise<void> {
  await withClient(url, async (client: pg.Client) => {
    await client.query('set statement_timeout = 0')
    await client.query('begin')
    await client.query(lock)
    await act()
    await client.query('commit')
  })
}

const tableCount = async () => {
  const { rows } = await sql<{ made: string | null }>`
    select to_regclass('secret_key_check') as made`.execute(database.db)
  return rows[0]?.made
}

test('a migration may take longer than any limit on a statement', async () => {
  const slow = { ...migrations, '9000-slow': [`select pg_sleep(${(limitMs * 5) / 1_000})`] }
  await atStart(database, (connection) => migrate(connection, slow))
  expect(await tableCount()).toBe('secret_key_check')
  await sql`delete from koogate_migrations where name = '9000-slow'`.execute(database.db)
})

test('a replica waits for another that works on the migration, as long as it takes', async () => {
  const lock = 'lock table koogate_migrations in access exclusive mode'
  let isDone = false
  let starting: Promise<void> | undefined
  await whileHeld(lock, async () => {
    starting = atStart(database, migrate).then(() => {
      isDone = true
    })
    await until(waiting, (count) => count > 0)
    await outlastLimit()
    expect(isDone).toBe(false)
  })
  await starting
  expect(isDone).toBe(true)
})

test('a start that has something to migrate waits for the migration lock, as long as it takes', async () => {
  const more = { ...migrations, '9002-more': ['select 1'] }
  let isDone = false
  let starting: Promise<void> | undefined
  await whileHeld(`select pg_advisory_xact_lock(${await lockId()})`, async () => {
    starting = atStart(database, (connection) => migrate(connection, more)).then(() => {
      isDone = true
    })
    await until(waiting, (count) => count > 0)
    await outlastLimit()
    expect(isDone).toBe(false)
  })
  await starting
  expect(isDone).toBe(true)
  await sql`delete from koogate_migrations where name = '9002-more'`.execute(database.db)
})

/** The id of the lock that the migrator takes, read from one that is taken. */
async function lockId(): Promise<string> {
  let id = ''
  const look = {
    ...migrations,
    '9001-look': [
      `create table found_lock as select (classid::bigint << 32 | objid::bigint)::text as id
       from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
    ],
  }
  await atStart(database, (connection) => migrate(connection, look))
  const { rows } = await sql<{ id: string }>`select id from found_lock`.execute(database.db)
  id = rows[0]?.id ?? ''
  await sql`delete from koogate_migrations where name = '9001-look'`.execute(database.db)
  return id
}

test('a migration that fails is told in one sentence with its cause', async () => {
  const role = `weak_${Date.now()}`
  const weak = new URL(await createDatabase(inject('postgresUrl'), 'empty'))
  await withClient(weak.href, (client) => client.query(`create role ${role} login password 'weak'`))
  weak.username = role
  weak.password = 'weak'
  const service = await serviceProcess(weak.href)
  service.launch()
  await until(
    () => Promise.resolve(service.isRunning()),
    (running) => !running,
  )
  expect(service.output()).toMatch(/^Koogate does not start\. DATABASE_URL [^\n]+\.\n$/)
  expect(service.output()).toMatch(/could not be migrated \(permission denied for schema public\)/)
  await service.stop()
})

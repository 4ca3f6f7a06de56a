import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { openServer } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { atStart } from '../../src/db/start-connection.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { until } from '../harness/until.ts'
import { waitingFor } from '../harness/waiting.ts'

// What a replica of 0.3 writes with each change of an instance, within the time that a call has.
const write = `insert into events (id, instance_id, type, at)
  values (gen_random_uuid(), 'sold', 'instance.created', now())`
const answerWithin = 'set statement_timeout = 2500'

test('calls of a replica of 0.3 go on while a newer one starts and somebody reads the whole history', async () => {
  const url = await createDatabase(inject('postgresUrl'), 'empty')
  const fixture = readFileSync('test/fixtures/schema-0.3.0.sql', 'utf8')
  await withClient(url, (client) => client.query(fixture))
  const database = openServer(url)
  await withClient(url, async (reader) => {
    await reader.query('begin')
    await reader.query('select from events')
    let isDone = false
    const starting = atStart(database, migrate).then(() => {
      isDone = true
    })
    await withClient(url, async (caller) => {
      await caller.query(answerWithin)
      // Each waits behind the lock that is asked for, and gets through.
      for (let call = 0; call < 3; call++) {
        await until(
          () => waitingFor('events', database.db),
          ({ length }) => length > 0,
        )
        await caller.query(write)
      }
      expect(isDone).toBe(false)
      await reader.query('commit')
      await starting
      await caller.query(write)
      const { rows } = await caller.query('select from events where in_feed is null')
      expect(rows.length).toBeGreaterThanOrEqual(4)
    })
  })
  await database.close()
})

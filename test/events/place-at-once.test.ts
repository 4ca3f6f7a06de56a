import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { OpenDatabase } from '../../src/db/database.ts'
import { openServer } from '../../src/db/database.ts'
import type { EventOutboxTable } from '../../src/db/event/event-tables.ts'
import { readFeed } from '../../src/db/event/feed.ts'
import { placeEvents } from '../../src/db/event/relay.ts'
import { type Commit, createGroupCommit } from '../../src/db/group-commit.ts'
import { newId } from '../../src/db/new-id.ts'
import { createDatabase } from '../harness/postgres.ts'

let database: OpenDatabase
let commit: Commit
beforeAll(async () => {
  database = openServer(await createDatabase(inject('postgresUrl')))
  commit = createGroupCommit(database)
})
beforeEach(() => sql`truncate event_outbox, event_feed, events`.execute(database.db))
afterAll(() => database.close())

/** Commits that a subject has come to this version. */
function tell(topic: string, version = 1, types = ['instance.changed']) {
  const ids = types.map(newId)
  const row: EventOutboxTable = {
    ...{ id: ids[0] ?? newId(), ids, topic, topic_seq: version, types },
    ...{ site: 'china', address: 'main', test: false, personal: false, at: new Date() },
    data: Buffer.from(`${topic} ${version}`),
  }
  return commit({ outbox: [row] })
}

/** What is in the feed, at positions without a gap. */
async function feed(): Promise<string[]> {
  const rows = await readFeed(database.db, { after: 0, limit: 100 })
  const [first] = rows
  expect(rows.map(({ position }) => position)).toEqual(
    rows.map((_, index) => (first?.position ?? 0) + index),
  )
  return rows.map(({ type, data }) => `${type.split('.')[1]} ${Buffer.from(data).toString()}`)
}

test('what is told has its positions by the commit, those of a change one after the other', async () => {
  expect(await tell('instance:a', 1, ['instance.created', 'instance.activated'])).toEqual({
    isPlaced: true,
  })
  const together = ['b', 'c', 'd'].map((id) => tell(`instance:${id}`))
  expect(await Promise.all(together)).toEqual(together.map(() => ({ isPlaced: true })))
  expect(await feed()).toEqual([
    ...['created instance:a 1', 'activated instance:a 1'],
    ...['b', 'c', 'd'].map((id) => `changed instance:${id} 1`),
  ])
})

test('behind what waits in the outbox it waits, so that no version comes before an earlier one', async () => {
  await database.db.transaction().execute(async (transaction) => {
    await sql`select from event_feed_state for update`.execute(transaction)
    // Who gives positions is not waited for.
    expect(await tell('instance:a', 1)).toEqual({ isPlaced: false })
  })
  expect(await tell('instance:a', 2)).toEqual({ isPlaced: false })
  expect(await feed()).toEqual([])
  await placeEvents(database.db, 500)
  expect(await tell('instance:a', 3)).toEqual({ isPlaced: true })
  expect(await feed()).toEqual([1, 2, 3].map((version) => `changed instance:a ${version}`))
})

test('what a version before the feed has written of an instance comes first; a new one waits for nothing', async () => {
  await sql`insert into events (id, instance_id, type, at)
    values (${newId()}, 'old', 'instance.created', now())`.execute(database.db)
  expect(await tell('instance:new', 1)).toEqual({ isPlaced: true })
  expect(await tell('instance:old', 2)).toEqual({ isPlaced: false })
})

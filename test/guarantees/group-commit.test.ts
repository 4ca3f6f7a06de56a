import { randomBytes } from 'node:crypto'
import { type CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { NonceSeenError, VersionConflict } from '../../src/db/commit.ts'
import { type Commit, createGroupCommit } from '../../src/db/group-commit.ts'
import { createKnownLayouts } from '../../src/db/binary/row-layouts.ts'
import type { Tables } from '../../src/db/tables.ts'
import { writtenTables } from '../../src/db/unit-of-work-inserts.ts'
import type { UnitOfWork } from '../../src/db/unit-of-work.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { newId } from '../harness/service.ts'

let url: string
let db: Kysely<Tables>
let commit: Commit
let statements: CompiledQuery[] = []

const groupConnections = 2
const layouts = createKnownLayouts(writtenTables)

const open = (options?: string, max?: number) =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, options, max }) }),
    log: ({ query }) => {
      statements.push(query)
    },
  })

let groups: Kysely<Tables>
beforeAll(async () => {
  url = await createDatabase(inject('postgresUrl'))
  db = open()
  groups = open('-c lock_timeout=100ms', groupConnections)
  await layouts.of(groups)
})
beforeEach(() => {
  commit = createGroupCommit({ db, groups, layouts })
  statements = []
})
afterAll(async () => {
  await db.destroy()
  await groups.destroy()
})

function claimed(claimKey = newId('claim')): UnitOfWork {
  const scope = { site: 'china', kind: 'saas', test_address: '' }
  const claim = { ...scope, activity: 'upgradeInstance', claim_key: claimKey, instance_id: null }
  return { claim: { ...claim, claimed_at: new Date() } }
}

const many = (length: number, make: () => UnitOfWork = () => claimed()) =>
  Array.from({ length }, make)
const keysOf = (units: readonly UnitOfWork[]) => units.map(({ claim }) => claim?.claim_key ?? '')

async function keptOf(units: readonly UnitOfWork[]): Promise<string[]> {
  const rows = await db
    .selectFrom('claims')
    .select('claim_key')
    .where((where) => where('claim_key', '=', where.fn.any(where.val(keysOf(units)))))
    .execute()
  return rows.map(({ claim_key }) => claim_key).sort()
}

/** Takes every connection on which groups are written. */
async function holdConnections() {
  const released = Promise.withResolvers<undefined>()
  const taken = Promise.withResolvers<undefined>()
  let left = groupConnections
  const hold = () =>
    groups.connection().execute(async () => {
      if (--left === 0) taken.resolve(undefined)
      await released.promise
    })
  const holds = Promise.all(Array.from({ length: groupConnections }, hold))
  await taken.promise
  const release = () => {
    released.resolve(undefined)
    return holds
  }
  return { release }
}

/** Writes units at once; returns how each ended. */
async function fates(units: readonly UnitOfWork[]): Promise<string[]> {
  const ended = await Promise.allSettled(units.map(commit))
  return ended.map((end) => {
    if (end.status === 'fulfilled') return 'written'
    return end.reason instanceof VersionConflict ? 'conflict' : String(end.reason)
  })
}

const all = (length: number, fate: string) => Array.from({ length }, () => fate)

test('a column that a newer replica adds, and one that it drops, keep nobody from writing', async () => {
  const forms = () => statements.map(({ sql: text }) => /unnest\(\$1::claims\[\]\)/.test(text))
  for (const change of ['add column since_then text', 'drop column since_then']) {
    await sql`alter table claims ${sql.raw(change)}`.execute(db)
    statements = []
    const units = [claimed(), claimed(), claimed()]
    for (const unit of units) await commit(unit)
    expect(await keptOf(units)).toEqual(keysOf(units).sort())
    // Refused, written as JSON, laid out anew, and so on in binary form.
    expect(forms().slice(0, 5)).toEqual([true, false, false, true, true])
  }
})

test('a unit that comes alone is written at once, in one statement', async () => {
  const unit = claimed()
  expect(await fates([unit])).toEqual(['written'])
  expect(statements).toHaveLength(1)
  expect(await keptOf([unit])).toEqual(keysOf([unit]))
})

test('130 units that come at once take 3 statements, of at most 64 units each', async () => {
  const units = many(130)
  expect(await fates(units)).toEqual(all(130, 'written'))
  expect(statements).toHaveLength(3)
  expect(await keptOf(units)).toEqual(keysOf(units).sort())
})

test('one that meets a conflict hears of it, and those it was written with are there', async () => {
  const taken = claimed()
  await commit(taken)
  const units = [...many(10), taken, ...many(10)]
  expect(await fates(units)).toEqual([...all(10, 'written'), 'conflict', ...all(10, 'written')])
  expect(await keptOf(units)).toEqual(keysOf(units).sort())
})

test('of 20 that claim the same at once one is written', async () => {
  const key = newId('claim')
  const ended = await fates(many(20, () => claimed(key)))
  expect(ended.toSorted()).toEqual([...all(19, 'conflict'), 'written'])
})

test('after a group has failed those that are taken are found before the next one is written', async () => {
  const before = many(20)
  await fates(before)
  await fates([...many(2), ...before])
  statements = []
  const units = [...many(2), ...before.flatMap((taken) => [taken, claimed()])]
  const ended = await fates(units)
  expect(ended.filter((fate) => fate === 'conflict')).toHaveLength(20)
  expect(await keptOf(units)).toHaveLength(42)
  // Each of the three groups: a look and a write. Alone they would be 42 writes.
  expect(statements.length).toBeLessThanOrEqual(8)
})

test('a unit that nobody waits for any more is not written', async () => {
  const left = many(3, () => ({ ...claimed(), isExpired: () => true }))
  const units = many(3)
  const ended = await fates([...units, ...left])
  expect(ended).toEqual([...all(3, 'written'), ...all(3, 'Error: the time to answer ran out')])
  expect(await keptOf([...units, ...left])).toEqual(keysOf(units).sort())
})

test('a unit that runs out of time while it waits for a connection is not written', async () => {
  const held = await holdConnections()
  let isExpired = false
  const unit = { ...claimed(), isExpired: () => isExpired }
  const fate = fates([unit])
  isExpired = true
  await held.release()
  expect(await fate).toEqual(['Error: the time to answer ran out'])
  expect(await keptOf([unit])).toEqual([])
})

test('nor one that runs out of time after its group has failed', async () => {
  const taken = claimed()
  await commit(taken)
  let asked = 0
  // In time when the group is taken, late when it is to be written alone.
  const unit = { ...claimed(), isExpired: () => ++asked > 1 }
  expect(await fates([taken, unit])).toEqual(['conflict', 'Error: the time to answer ran out'])
  expect(await keptOf([unit])).toEqual([])
})

test('of two calls with one nonce one is written, and neither spoils the group', async () => {
  const nonce = { hash: randomBytes(16), seen_at: new Date() }
  const units = [{ ...claimed(), nonce }, { ...claimed(), nonce }, ...many(10)]
  const ended = await Promise.allSettled(units.map(commit))
  expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(ended[1]).toMatchObject({ reason: expect.any(NonceSeenError) as unknown })
  // The group, and the replay in one of its own, as a group and alone.
  expect(statements).toHaveLength(3)
})

test('what waits for a row that somebody holds keeps nobody else waiting', async () => {
  const held = claimed()
  await withClient(url, async (client) => {
    await client.query('begin')
    await client.query(
      `insert into claims values ('china', 'saas', '', 'upgradeInstance', $1, null, now())`,
      keysOf([held]),
    )
    const waits = Promise.all(many(4, () => claimed(keysOf([held])[0])).map(commit))
    waits.catch(() => undefined)
    expect(await fates(many(100))).toEqual(all(100, 'written'))
    await client.query('rollback')
    await expect(waits).rejects.toThrow(VersionConflict)
  })
  expect(await keptOf([held])).toEqual(keysOf([held]))
})

// Both rows are ones that only the database finds.
test('an ask that is ended stays ended, though the order that it waited for comes at once', async () => {
  for (const isFirst of [true, false]) {
    const [orderId, instanceId, id] = [newId('order'), newId('instance'), crypto.randomUUID()]
    await insertAsk({ id, instance_id: instanceId, order_id: orderId })
    const at = new Date()
    const line = { site: 'china', order_id: orderId, order_line_id: '', updated_at: at }
    const end = { instance_id: instanceId, kind: null, subject: null, state: 'cancelled' } as const
    const units: UnitOfWork[] = [
      { arrivedOrder: line },
      { askUpdates: [{ ...end, answer_code: null, last_error: null, updated_at: at }] },
    ]
    expect(await fates(isFirst ? units : units.toReversed())).toEqual(all(2, 'written'))
    const ask = db.selectFrom('asks').select(['state']).where('id', '=', id)
    expect(await ask.execute()).toEqual([{ state: 'cancelled' }])
  }
})

test.each<[string, () => UnitOfWork]>([
  ['an index does not take', () => claimed(randomBytes(9_000).toString('base64'))],
  ['has a time that is none', () => timeless(claimed())],
])('one that %s fails alone', async (_what, make) => {
  const units = many(4)
  const [, ...others] = await fates([make(), ...units])
  expect(others).toEqual(all(4, 'written'))
  expect(await keptOf(units)).toEqual(keysOf(units).toSorted())
})

function timeless({ claim }: UnitOfWork): UnitOfWork {
  return { claim: claim && { ...claim, claimed_at: new Date(NaN) } }
}

async function insertAsk(ask: { id: string; instance_id: string; order_id: string }) {
  const at = new Date()
  const waiting = {
    state: 'order',
    attempt: 0,
    next_at: null,
    created_at: at,
    updated_at: at,
  } as const
  const about = { kind: 'provision', subject: ask.instance_id, version: 1, site: 'china' } as const
  const row = { ...ask, ...about, ...waiting, order_line_id: '' }
  await db.insertInto('asks').values(row).execute()
}

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensurePartitions, firstIdAt, monthsFrom } from '../../src/db/partitions.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy } from '../harness/store.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

async function countsOf(table: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ part: string; count: number }>`
    select tableoid::regclass::text as part, count(*) from ${sql.table(table)}
    group by 1`.execute(service.db)
  return Object.fromEntries(rows.map(({ part, count }) => [part, count]))
}

async function partitionsOf(table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select inhrelid::regclass::text as name from pg_inherits
    where inhparent = ${table}::regclass order by 1`.execute(service.db)
  return rows.map(({ name }) => name)
}

test('messages and events lie in the partition of their month', async () => {
  await buy(service)
  const [month] = monthsFrom(new Date())
  expect(await countsOf('messages')).toEqual({ [`messages_${month?.name ?? ''}`]: 1 })
  expect(await countsOf('events')).toEqual({ [`events_${month?.name ?? ''}`]: 2 })
})

test('partitions are made ahead, once, by replicas that make them at the same moment', async () => {
  const now = new Date('2031-11-30T23:59:59Z')
  await Promise.all([1, 2, 3].map(() => ensurePartitions(service.db, now)))
  const made = await partitionsOf('messages')
  for (const month of ['2031_11', '2031_12', '2032_01']) expect(made).toContain(`messages_${month}`)
})

test('a message of a month that has no partition is kept all the same, and found', async () => {
  const id = firstIdAt(new Date('2040-02-01T00:00:00Z'))
  const row = await service.db.selectFrom('messages').selectAll().executeTakeFirstOrThrow()
  await service.db
    .insertInto('messages')
    .values({ ...row, id })
    .execute()
  expect(await countsOf('messages')).toMatchObject({ messages_default: 1 })
  const found = await service.db.selectFrom('messages').select('id').where('id', '=', id).execute()
  expect(found).toEqual([{ id }])
})

test('a month ends where the next one begins, and holds the ids of its time alone', () => {
  const months = monthsFrom(new Date('2026-12-15T10:00:00Z'))
  expect(months.map(({ name }) => name)).toEqual(['2026_12', '2027_01', '2027_02'])
  expect(months[0]?.to).toEqual(months[1]?.from)
  expect(firstIdAt(new Date('2027-01-01T00:00:00Z'))).toBe('01a2ce8b-d400-0000-0000-000000000000')
})

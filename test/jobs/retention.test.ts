import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { newId } from '../../src/db/new-id.ts'
import { ensurePartitions, firstIdAt } from '../../src/db/partitions.ts'
import { insertEndpoint } from '../../src/db/webhook/endpoints.ts'
import { endEndpointAlarms } from '../../src/jobs/webhooks/end-alarms.ts'
import { type Keep, retention } from '../../src/jobs/retention.ts'
import { feed } from '../harness/feed-rows.ts'
import { type TestService, settingsFor, startService } from '../harness/service.ts'
import { buy } from '../harness/store.ts'
import { manage, read } from '../management/client.ts'
import { listener } from './scene.ts'

const forGood: Keep = {
  messages: 'off',
  audit: 'off',
  events: 'off',
  webhookAttempts: 'off',
  usage: 'off',
  outboundCalls: 'off',
}
const today = new Date('2026-11-26T10:00:00Z')

let service: TestService
beforeAll(async () => {
  service = await startService()
  await ensurePartitions(service.db, new Date('2026-08-15T00:00:00Z'))
})
afterAll(() => service.stop())

async function prune(keep: Partial<Keep>, on = service) {
  const told = listener()
  const services = { ...on.app.services, log: told.log, now: () => today }
  const jobs = retention({ ...forGood, ...keep }, services)
  for (const { run } of jobs) await run()
  return { names: jobs.map(({ name }) => name), lines: told.lines }
}

/** A kept message of each of these times, as copies of one call. */
async function messagesOf(times: readonly string[], on = service): Promise<void> {
  await buy(on)
  const row = await on.db.selectFrom('messages').selectAll().executeTakeFirstOrThrow()
  await on.db.deleteFrom('messages').execute()
  const copies = times.map((time) => {
    const received_at = new Date(time)
    return { ...row, id: firstIdAt(received_at), received_at }
  })
  await on.db.insertInto('messages').values(copies).execute()
}

const timesOf = async ({ db } = service) =>
  (await db.selectFrom('messages').select('received_at').orderBy('id').execute()).map(
    ({ received_at }) => received_at.toISOString().slice(0, 10),
  )

const times = ['2020-01-05', '2026-08-31', '2026-09-01', '2026-10-26', '2026-10-28', '2026-11-25']

test('on a server months of messages that are over go as a whole, and what lies beside them row by row', async () => {
  await messagesOf(times.map((day) => `${day}T00:00:00Z`))
  const { lines } = await prune({ messages: 60 })
  expect(await timesOf()).toEqual(times.slice(2))
  expect(lines).toMatchObject([
    { job: 'prune-messages', deleted: 1, dropped: ['messages_2026_08'] },
  ])
  expect((await prune({ messages: 60 })).lines).toEqual([])
  await buy(service)
})

test('on the embedded database messages go on the day', async () => {
  const embedded = await startService({ database: 'embedded' })
  onTestFinished(() => embedded.stop())
  await messagesOf(
    times.map((day) => `${day}T12:00:00Z`),
    embedded,
  )
  const { lines } = await prune({ messages: 30 }, embedded)
  expect(await timesOf(embedded)).toEqual(times.slice(4))
  expect(lines).toMatchObject([{ deleted: 4, dropped: [] }])
})

test('the audit goes with what it is found by, and stays for good unless a setting says otherwise', async () => {
  await manage(service, '/tokens', { method: 'POST', body: { name: 'shop', scopes: ['read'] } })
  const age = async () => {
    const id = firstIdAt(new Date('2026-08-20T00:00:00Z'))
    await sql`update audit set id = ${id}, at = '2026-08-20'`.execute(service.db)
    await sql`update audit_subjects set id = ${id}`.execute(service.db)
  }
  await age()
  expect((await prune({})).names).toEqual([])
  expect((await read(service, 'AuditList', '/audit')).items).toHaveLength(1)
  const { lines } = await prune({ audit: 60 })
  expect(lines).toMatchObject([{ job: 'prune-audit', deleted: 1, dropped: ['audit_2026_08'] }])
  const { rows } = await sql`select from audit_subjects`.execute(service.db)
  expect(rows).toEqual([])
})

test('events and attempts of deliveries go after their days, and readers are told from where on', async () => {
  await sql`insert into event_feed
    select n - 100, gen_random_uuid(), 't', n, 'x', 'china', 'main', false, false,
      case when n < 4 then timestamptz '2026-07-01' else '2026-11-20' end, ''
    from generate_series(1, 5) n`.execute(service.db)
  await sql`insert into webhook_attempts
    select gen_random_uuid(), at, 'e', gen_random_uuid(), 'x', 1, false, 5, 200, null, null
    from unnest(array['2026-07-01', '2026-11-20']::timestamptz[]) at`.execute(service.db)
  const { lines } = await prune({ events: 90, webhookAttempts: 90 })
  expect(lines).toMatchObject([
    { job: 'prune-events', deleted: 3 },
    { job: 'prune-webhook-attempts', deleted: 1 },
  ])
  const { rows } = await sql`select pruned_to from event_feed_state`.execute(service.db)
  expect(rows).toEqual([{ pruned_to: -97 }])
})

test('events stay that are owed to an endpoint or are still to come to it, whatever its state', async () => {
  const { db } = service
  await sql`delete from event_feed`.execute(db)
  await feed(
    db,
    Array.from({ length: 4 }, () => ({ topic: 't' })),
  )
  await sql`update event_feed set at = '2026-07-01'`.execute(db)
  const fed = db.selectFrom('event_feed').select('position').where('topic', '=', 't')
  const positions = async () =>
    (await fed.orderBy('position').execute()).map(({ position }) => position)
  const [first = 0, second = 0] = await positions()
  const path = '/webhook-endpoints'
  const url = 'https://hooks.example.com/'
  const { id } = await read(service, 'CreatedWebhookEndpoint', path, {
    ...{ method: 'POST', body: { url } },
  })
  const cursor = db.updateTable('webhook_cursors').where('endpoint_id', '=', id)
  await cursor.set({ position: second }).execute()
  await db
    .insertInto('webhook_deliveries')
    .values({ endpoint_id: id, lane: 't', position: first, event_id: newId(), replay: false })
    .execute()
  // One of the settings that stands there no more holds nothing.
  await sql`insert into webhook_endpoints
    (id, test, personal, ordered, state, since, created_at, updated_at)
    values ('settings', 'exclude', false, true, 'enabled', now(), now(), now())`.execute(db)
  await sql`insert into webhook_cursors values ('settings', 0)`.execute(db)

  await prune({ events: 90 })
  expect(await positions()).toHaveLength(4)
  await db.deleteFrom('webhook_deliveries').execute()
  for (const state of ['enabled', 'paused', 'disabled', 'untested'] as const) {
    await db.updateTable('webhook_endpoints').set({ state }).where('id', '=', id).execute()
    await prune({ events: 90 })
    expect(await positions(), state).toEqual([second + 1, second + 2])
  }
  await manage(service, `${path}/${id}`, { method: 'DELETE' })
  await prune({ events: 90 })
  expect(await positions()).toEqual([])
})

test('an endpoint that gets nothing for a month holds no event for longer than it is kept, and that is told', async () => {
  const { db } = service
  await feed(
    db,
    Array.from({ length: 3 }, () => ({ topic: 't' })),
  )
  await sql`update event_feed set at = '2026-07-01'`.execute(db)
  const found = await db.selectFrom('event_feed').selectAll().orderBy('position').execute()
  const [owed] = found
  if (owed === undefined) throw new Error('nothing is fed')
  // Not the event of the alarm, which is young and stays.
  const ids = found.map(({ id }) => id)
  const left = async () =>
    (await db.selectFrom('event_feed').select('id').where('id', 'in', ids).execute()).length
  const endpoint = { url: 'https://hooks.example.com/', test: 'exclude', personal: false } as const
  const state = { ordered: true, state: 'disabled', since: today } as const
  await insertEndpoint(db, { id: 'dead', ...endpoint, ...state }, owed.position)
  const delivery = { endpoint_id: 'dead', lane: 't', position: owed.position, event_id: owed.id }
  await db
    .insertInto('webhook_deliveries')
    .values({ ...delivery, replay: false })
    .execute()
  const stopped = db.updateTable('webhook_endpoints').where('id', '=', 'dead')
  await stopped.set({ stopped_at: new Date('2026-10-28') }).execute()
  await prune({ events: 90 })
  expect(await left()).toBe(ids.length)

  await stopped.set({ stopped_at: new Date('2026-10-26') }).execute()
  await prune({ events: 90 })
  expect(await left()).toBe(0)
  const path = '/webhook-given-up?endpointId=dead'
  const { items } = await read(service, 'WebhookGivenUpList', path)
  expect(items.map(({ eventId }) => eventId).toSorted()).toEqual(ids.toSorted())
  // As long as somebody may look at it, though nothing can be sent again.
  const alarms = () =>
    read(service, 'AlarmList', '/alarms?subject=webhook-endpoint:dead&cleared=false')
  for (const [day, open] of [
    ['2026-12-02', 1],
    ['2026-12-04', 0],
  ] as const) {
    await endEndpointAlarms({ ...service.app.services, now: () => new Date(day) }).run()
    expect((await alarms()).items).toHaveLength(open)
  }
})

test('a number of days that is none stops the start', () => {
  const load = (value: string) =>
    loadConfig(settingsFor('/nowhere', 'postgres://localhost/x', { KOOGATE_KEEP_MESSAGES: value }))
  for (const value of ['0', '-1', '1.5', 'never', '1e9']) {
    expect(() => load(value)).toThrow('KOOGATE_KEEP_MESSAGES is a number of days, or off')
  }
  expect(load('off').keep.messages).toBe('off')
  expect(load('30').keep.messages).toBe(30)
  expect(load(' ').keep.messages).toBe(400)
})

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { insertEndpoint } from '../../src/db/webhook/endpoints.ts'
import { fanOut } from '../../src/db/webhook/fan-out.ts'
import { startCouriers } from '../../src/jobs/webhooks/couriers.ts'
import { ensureSettingsEndpoints } from '../../src/jobs/webhooks/settings-endpoints.ts'
import { type FedEvent, feed } from '../harness/feed-rows.ts'
import { type Receiver, ok, startReceiver, status } from '../harness/receiver.ts'
import { type TestService, startService } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import { read } from '../management/client.ts'

const secret = newWebhookSecret()
let receiver: Receiver
let service: TestService

beforeAll(async () => {
  receiver = await startReceiver(() => secret)
  service = await startService({
    settings: { KOOGATE_WEBHOOK_URL: receiver.url, KOOGATE_WEBHOOK_SECRET: secret },
    limits: { jobsEveryMs: 100 },
    ports: { postSigned: createPostSigned({ allow: { ranges: [], loopback: true } }) },
  })
  // Before the first call, and so before the first event.
  expect(await endpoint()).toMatchObject({ state: 'enabled' })
})
afterAll(async () => {
  await service.stop()
  await receiver.close()
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.answer = ok
})

const endpoint = () =>
  service.db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('id', '=', 'settings')
    .executeTakeFirst()
const tell = (events: readonly FedEvent[]) => feed(service.db, events)
const arrived = (count: number) =>
  until(
    () => Promise.resolve(receiver.received),
    ({ length }) => length >= count,
  )

test('the endpoint of the settings gets what happens, in the order of each topic', async () => {
  const topics = ['instance:a', 'instance:b', 'instance:c']
  const events = Array.from({ length: 60 }, (_, index) => ({
    topic: topics[index % 3] ?? '',
    data: { index },
  }))
  const ids = await tell(events)
  await arrived(60)
  expect(receiver.received.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  for (const first of [0, 1, 2]) {
    const indexes = receiver.received
      .map(({ data }) => Number(data['index']))
      .filter((index) => index % 3 === first)
    expect(indexes).toEqual(indexes.toSorted((one, other) => one - other))
  }
  expect(receiver.refused).toEqual([])
  const owed = () => service.db.selectFrom('webhook_lanes').selectAll().execute()
  expect(await until(owed, ({ length }) => length === 0)).toEqual([])
  expect(await service.db.selectFrom('webhook_deliveries').selectAll().execute()).toEqual([])
})

test('a topic that is refused waits, and no other one does', async () => {
  receiver.answer = (response, { data }) =>
    (data['bad'] ? status(500) : ok)(response, receiver.received[0] as never)
  await tell([
    { topic: 'order:1', data: { bad: true } },
    { topic: 'order:1' },
    { topic: 'order:2' },
  ])
  await arrived(2)
  const lanes = () => service.db.selectFrom('webhook_lanes').selectAll().execute()
  const [lane] = await until(lanes, (rows) => rows.length === 1 && rows[0]?.attempt === 1)
  expect(lane).toMatchObject({ lane: 'order:1', pending: 2, attempt: 1, lease: null })
  const attempts = await service.db
    .selectFrom('webhook_attempts')
    .selectAll()
    .where('error', 'is not', null)
    .execute()
  expect(attempts).toMatchObject([{ status: 500, error: 'status 500', attempt: 1 }])
})

test('an endpoint that was out of the settings for more than a week begins at the present, and that is told', async () => {
  const { services } = service.app
  const [own] = services.webhooks.endpoints
  if (own === undefined) throw new Error('no endpoint of the settings')
  const day = 24 * 60 * 60_000
  const begun = Date.now()
  const startWith = (ids: readonly string[], days: number) => {
    const endpoints = ids.map((id) => ({ ...own, id }))
    const now = () => new Date(begun + days * day)
    return ensureSettingsEndpoints({
      ...services,
      webhooks: { ...services.webhooks, endpoints },
      now,
    })
  }
  const [short, long] = ['settings.short', 'settings.long']
  await startWith([short, long], 0)
  const left = await cursorsOf([short, long])
  const ids = await tell(
    Array.from({ length: 3 }, (_, index) => ({ topic: 'instance:gap', data: { index } })),
  )
  await startWith([], 0.1)
  await startWith([short], 6)
  await startWith([long], 8)
  const [stays, moved] = await cursorsOf([short, long])
  expect(stays).toBe(left[0])
  expect(moved).toBeGreaterThanOrEqual((left[1] ?? 0) + ids.length)
  const path = `/webhook-given-up?endpointId=${long}`
  const { items } = await read(service, 'WebhookGivenUpList', path)
  expect(items.map(({ eventId }) => eventId).toSorted()).toEqual(ids.toSorted())
  const alarms = await read(service, 'AlarmList', `/alarms?subject=webhook-endpoint:${long}`)
  expect(alarms.items).toMatchObject([{ key: 'endpoint.given_up', clearedAt: null }])
  await startWith([own.id, short, long], 9)
})

async function cursorsOf(ids: readonly string[]): Promise<number[]> {
  const cursors = service.db
    .selectFrom('webhook_cursors')
    .selectAll()
    .where('endpoint_id', 'in', ids)
  const rows = await cursors.execute()
  return ids.map((id) => rows.find((row) => row.endpoint_id === id)?.position ?? -1)
}

test('an endpoint whose secret cannot be read holds up nobody in the round that comes to it first', async () => {
  const { db, app } = service
  const { services } = app
  const since = new Date()
  const row = { test: 'exclude', personal: false, ordered: true, state: 'enabled', since } as const
  const secretLost = { url: receiver.url, secret: Buffer.alloc(64) }
  await insertEndpoint(db, { ...row, ...secretLost, id: '0-secret-lost' }, 0)
  // Only the couriers that are started here know where it is.
  const other = { id: 'settings.other', url: receiver.url, secrets: [secret], addresses: null }
  await insertEndpoint(db, { ...row, url: null, id: other.id }, 0)
  const told = await tell([{ topic: 'order:2' }])
  await arrived(1)
  receiver.received.length = 0
  await fanOut(db, { endpointId: other.id, limit: 500, now: new Date() })
  const couriers = startCouriers({
    ...services,
    webhooks: { ...services.webhooks, endpoints: [other] },
    // One round, unless something is delivered in it.
    limits: { ...services.limits, jobsEveryMs: 600_000 },
  })
  await until(
    () => Promise.resolve(receiver.received.map(({ id }) => id)),
    (ids) => ids.includes(String(told[0])),
  )
  await couriers.stop(5_000)
  await db.deleteFrom('webhook_endpoints').where('id', 'in', ['0-secret-lost', other.id]).execute()
})

test('an endpoint that is paused has events wait by the many, and gets them once it is enabled', async () => {
  const own = await startService({
    settings: { KOOGATE_WEBHOOK_URL: receiver.url, KOOGATE_WEBHOOK_SECRET: secret },
    // Every look but the first is at a commit.
    limits: { jobsEveryMs: 600_000 },
    ports: { postSigned: createPostSigned({ allow: { ranges: [], loopback: true } }) },
  })
  onTestFinished(() => own.stop())
  const told = async (topic: string) => {
    await feed(own.db, [{ topic }])
    own.app.services.newEvents.emit('feed')
  }
  const cursor = async (id: string) => {
    const { position } = await own.db
      .selectFrom('webhook_cursors')
      .select('position')
      .where('endpoint_id', '=', id)
      .executeTakeFirstOrThrow()
    return position
  }
  const reached = (id: string, last: number) =>
    until(
      () => cursor(id),
      (at) => at === last,
    )
  await told('order:4')
  await reached('settings', 1)
  const row = { test: 'exclude', personal: false, ordered: true, since: new Date() } as const
  await insertEndpoint(own.db, { ...row, id: 'paused', url: receiver.url, state: 'paused' }, 0)
  await told('order:5')
  await reached('settings', 2)
  expect(await cursor('paused')).toBe(0)
  await own.db
    .updateTable('webhook_endpoints')
    .set({ state: 'enabled' })
    .where('id', '=', 'paused')
    .execute()
  own.app.services.newEvents.emit('feed')
  await reached('paused', 2)
})

test('what the database undoes for the sake of another change is written down anew', async () => {
  // A sequence does not go back with the transaction: it is the first one alone that is undone.
  await sql`create sequence undone`.execute(service.db)
  await sql`create function undo_once() returns trigger language plpgsql as $$ begin
    if nextval('undone') = 1 then raise 'deadlock' using errcode = '40P01'; end if;
    return new; end $$`.execute(service.db)
  await sql`create trigger undo_once before insert on webhook_attempts
    for each row execute function undo_once()`.execute(service.db)
  const [id] = await tell([{ topic: 'order:3' }])
  // Otherwise nobody comes to the lane before the end of its lease, after 40 s.
  await tell([{ topic: 'order:3' }])
  await arrived(2)
  const attempts = () =>
    service.db
      .selectFrom('webhook_attempts')
      .selectAll()
      .where('event_id', '=', String(id))
      .execute()
  expect(await until(attempts, ({ length }) => length > 0)).toMatchObject([{ attempt: 1 }])
  const { rows } = await sql<{ last: string }>`select last_value as last from undone`.execute(
    service.db,
  )
  expect(Number(rows[0]?.last)).toBeGreaterThan(1)
})

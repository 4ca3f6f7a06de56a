import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { type FedEvent, feed } from '../harness/feed-rows.ts'
import { type Receiver, ok, startReceiver, status } from '../harness/receiver.ts'
import { type TestService, startService } from '../harness/service.ts'
import { until } from '../harness/until.ts'

const secret = newWebhookSecret()
let receiver: Receiver
let service: TestService

beforeAll(async () => {
  receiver = await startReceiver(() => secret)
  service = await startService({
    settings: { KOOGATE_WEBHOOK_URL: receiver.url, KOOGATE_WEBHOOK_SECRET: secret },
    limits: { jobsEveryMs: 20 },
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

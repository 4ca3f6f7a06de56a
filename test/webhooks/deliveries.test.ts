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
    limits: { jobsEveryMs: 20, deliveryWithinMs: 500 },
    ports: { postSigned: createPostSigned({ allow: { ranges: [], loopback: true } }) },
  })
  await until(endpoint, (row) => row !== undefined)
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

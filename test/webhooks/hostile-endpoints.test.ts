import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'
import { feed } from '../harness/feed-rows.ts'
import { type Answer, type Receiver, ok, startReceiver, status } from '../harness/receiver.ts'
import { type TestService, startService } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import { manage, read } from '../management/client.ts'

const secrets = new Map<string, string>()
const receivers = new Map<string, Receiver>()
const endpointIds = new Map<string, string>()
let service: TestService

const tenthOfMega = Buffer.alloc(100_000, 'x')
// As fast as it is read, and so no further than it is.
const tooLong: Answer = (response) => {
  response.writeHead(200, { 'content-length': '10000000' })
  Readable.from(Array.from({ length: 100 }, () => tenthOfMega)).pipe(response)
}
const early: Answer = (response) => {
  response.writeHead(200, { 'content-length': '100' }).write('so far')
  setTimeout(() => response.destroy(), 5)
}
const behaviours: Readonly<
  Record<string, { answer: Answer; status: number | null; error: string }>
> = {
  'answers 500': { answer: status(500), status: 500, error: 'status 500' },
  hangs: { answer: () => undefined, status: null, error: 'timeout' },
  redirects: {
    answer: status(302, { location: 'http://169.254.169.254/' }),
    status: 302,
    error: 'redirect',
  },
  'sends 10 MB': { answer: tooLong, status: null, error: 'answer-too-long' },
  'closes early': { answer: early, status: null, error: 'connection' },
}

async function endpoint(name: string, answer: Answer): Promise<void> {
  const receiver = await startReceiver(() => secrets.get(name) ?? '')
  receivers.set(name, receiver)
  const options = { method: 'POST', body: { url: receiver.url, description: name } } as const
  const made = await read(service, 'CreatedWebhookEndpoint', '/webhook-endpoints', options)
  secrets.set(name, made.secret)
  endpointIds.set(name, made.id)
  const path = `/webhook-endpoints/${made.id}/enable`
  await read(service, 'WebhookEndpoint', path, { method: 'POST' })
  receiver.answer = answer
}

beforeAll(async () => {
  service = await startService({
    limits: { jobsEveryMs: 100, deliveryWithinMs: 5_000 },
    ports: { postSigned: createPostSigned({ allow: { ranges: [], loopback: true } }) },
  })
  for (const [name, { answer }] of Object.entries(behaviours)) await endpoint(name, answer)
  await endpoint('sound', ok)
})
afterAll(async () => {
  await service.stop()
  await Promise.all([...receivers.values()].map((receiver) => receiver.close()))
})

const failedAt = (name: string) => {
  const query = `endpointId=${endpointIds.get(name) ?? ''}&succeeded=false`
  return read(service, 'WebhookAttemptList', `/webhook-attempts?${query}`)
}

test('an endpoint that does anything else but take an event is recorded, and in nobody else’s way', async () => {
  const topics = Array.from({ length: 24 }, (_, index) => ({ topic: `instance:${index % 12}` }))
  await feed(service.db, topics)
  const sound = receivers.get('sound')?.received ?? []
  await until(
    () => Promise.resolve(new Set(sound.map(({ id }) => id))),
    ({ size }) => size === 25,
  )
  // All of them while the first requests to the one that hangs are still under way.
  expect((await failedAt('hangs')).items).toEqual([])
  for (const [name, expected] of Object.entries(behaviours)) {
    const isExpected = ({ status: code, error }: { status: number | null; error: string | null }) =>
      code === expected.status && (error ?? '').startsWith(expected.error)
    await until(
      () => failedAt(name),
      ({ items }) => items.some(isExpected),
    )
    const path = `/webhook-endpoints/${endpointIds.get(name) ?? ''}`
    const shown = await read(service, 'WebhookEndpoint', path)
    expect(shown, name).toMatchObject({ state: 'enabled', pending: 24 })
    expect(shown.failures, name).toBeGreaterThan(0)
  }
})

test('what is owed is shown in the order of the feed, page by page, with the next attempt', async () => {
  const id = endpointIds.get('answers 500') ?? ''
  const first = await read(
    service,
    'WebhookDeliveryList',
    `/webhook-endpoints/${id}/deliveries?limit=15`,
  )
  const next = `/webhook-endpoints/${id}/deliveries?limit=15&cursor=${first.nextCursor}`
  const rest = await read(service, 'WebhookDeliveryList', next)
  const positions = [...first.items, ...rest.items].map(({ position }) => position)
  expect(positions).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
  expect(rest.nextCursor).toBeNull()
  const [owed] = first.items
  const path = `/webhook-endpoints/${id}/deliveries/${owed?.eventId}`
  const detail = await read(service, 'WebhookDeliveryDetail', path)
  expect(detail).toMatchObject({ state: 'pending', owed: [{ eventId: owed?.eventId }] })
  const waiting = await read(
    service,
    'WebhookDeliveryList',
    `/webhook-endpoints/${id}/deliveries?topic=instance:3`,
  )
  expect(waiting.items.map(({ position }) => position)).toEqual([4, 16])
  expect(waiting.items[1]).toMatchObject({ attempts: 0, nextAt: null })
})

test('endpoints that are slow leave room for the next one, however much they are owed', async () => {
  const slow = ['slow 1', 'slow 2', 'slow 3', 'slow 4']
  for (const name of slow) await endpoint(name, () => undefined)
  await endpoint('last', ok)
  const ids = await feed(
    service.db,
    Array.from({ length: 100 }, (_, index) => ({ topic: `instance:slow-${index}` })),
  )
  const last = receivers.get('last')?.received ?? []
  await until(
    () => Promise.resolve(new Set(last.map(({ id }) => id))),
    (came) => ids.every((id) => came.has(id)),
  )
  for (const name of slow) expect((await failedAt(name)).items).toEqual([])
  const underWay = () => slow.flatMap((name) => receivers.get(name)?.received ?? [])
  await until(
    () => Promise.resolve(underWay()),
    ({ length }) => length > 100,
  )
})

test('a name that leads to a private address is refused at the connection, and told', async () => {
  const guarded = await startService({
    limits: { jobsEveryMs: 100 },
    ports: { postSigned: createPostSigned({ allow: { ranges: ['0.0.0.0/0'], loopback: false } }) },
  })
  const options = { method: 'POST', body: { url: 'http://localhost:9/' } } as const
  const made = await read(guarded, 'CreatedWebhookEndpoint', '/webhook-endpoints', options)
  const path = `/webhook-endpoints/${made.id}`
  const tested = await read(guarded, 'WebhookTestResult', `${path}/test`, { method: 'POST' })
  expect(tested).toMatchObject({ succeeded: false, status: null })
  expect(tested.error).toContain('refused-address')
  expect(await manage(guarded, `${path}/enable`, { method: 'POST' })).toMatchObject({ status: 409 })
  await guarded.stop()
})

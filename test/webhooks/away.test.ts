import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pruneAttempts } from '../../src/db/webhook/attempts.ts'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { type FedEvent, feed } from '../harness/feed-rows.ts'
import { type Receiver, ok, startReceiver, status } from '../harness/receiver.ts'
import { scale } from '../harness/scale.ts'
import { type TestService, startService } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import { manage, read } from '../management/client.ts'

const hour = 3_600_000
const minute = 60_000
const secrets = new Map<string, string>()
let service: TestService
let clockMs = 0
let endpointId = ''
let receiver: Receiver

const tell = (events: readonly FedEvent[]) => {
  const at = new Date(serviceNow())
  return feed(
    service.db,
    events.map((event) => ({ at, ...event })),
  )
}
const own = () => `/webhook-endpoints/${endpointId}`
const post = (body?: unknown) => ({ method: 'POST', body }) as const
const endpoint = () => read(service, 'WebhookEndpoint', own())
const lanes = () =>
  service.db.selectFrom('webhook_lanes').selectAll().where('endpoint_id', '=', endpointId).execute()
const requests = async () => {
  const { count } = await service.db
    .selectFrom('webhook_attempts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('endpoint_id', '=', endpointId)
    .executeTakeFirstOrThrow()
  return count
}
const idle = () => until(lanes, (rows) => rows.every(({ lease }) => lease === null))
const serviceNow = () => Date.now() + clockMs

/** Goes to the next attempt, or some time behind it, once nothing is under way, and lives it through. */
async function nextAttempt(laterMs = 100): Promise<void> {
  const rows = await until(
    lanes,
    (all) => all.length > 0 && all.every(({ lease }) => lease === null),
  )
  const { pausedUntil } = await endpoint()
  const dueAt = Math.min(...rows.map(({ next_at }) => next_at.getTime()))
  const askedAt = pausedUntil === null ? dueAt : Math.max(dueAt, Date.parse(pausedUntil))
  const before = await requests()
  clockMs += Math.max(0, askedAt - serviceNow()) + laterMs
  await until(requests, (count) => count > before)
  await idle()
}

async function add(more: object = {}): Promise<[Receiver, string]> {
  const name = crypto.randomUUID()
  const made = await startReceiver(() => secrets.get(name) ?? '')
  // What is told of it is told as an alarm, too.
  const body = { url: made.url, types: ['instance.*'], ...more }
  const created = await read(service, 'CreatedWebhookEndpoint', '/webhook-endpoints', post(body))
  secrets.set(name, created.secret)
  await read(service, 'WebhookEndpoint', `/webhook-endpoints/${created.id}/enable`, post())
  made.received.length = 0
  return [made, created.id]
}

beforeAll(async () => {
  service = await startService({
    limits: { jobsEveryMs: 20 },
    ports: {
      postSigned: createPostSigned({ allow: { ranges: [], loopback: true } }),
      now: () => new Date(serviceNow()),
    },
  })
})
beforeEach(async () => {
  ;[receiver, endpointId] = await add()
})
afterAll(() => service.stop())

async function end(): Promise<void> {
  await manage(service, `/webhook-endpoints/${endpointId}`, { method: 'DELETE' })
  await receiver.close()
}

test('what is refused for 72 hours of asking is given up, told, and sent again when wanted', async () => {
  receiver.answer = (response, { data }) =>
    (data['bad'] === true ? status(400) : ok)(response, receiver.received[0] as never)
  const [bad, good] = await tell([{ topic: 'order:1', data: { bad: true } }, { topic: 'order:1' }])
  const givenUp = () =>
    read(service, 'WebhookGivenUpList', `/webhook-given-up?endpointId=${endpointId}&replayed=false`)
  await until(requests, (count) => count === 2)
  for (let attempts = 1; (await givenUp()).items.length === 0; attempts += 1) {
    await nextAttempt()
    expect(attempts).toBeLessThan(40)
  }
  // What waited behind it comes once the endpoint is asked again.
  await nextAttempt()
  await until(lanes, ({ length }) => length === 0)
  const sent = receiver.received.map(({ id }) => id)
  expect(sent.at(-1)).toBe(good)
  expect(new Set(sent.slice(0, -1))).toEqual(new Set([bad]))
  expect((await givenUp()).items).toMatchObject([{ eventId: bad, replayedAt: null }])
  const subject = `webhook-endpoint:${endpointId}`
  const alarms = () => read(service, 'AlarmList', `/alarms?subject=${subject}&cleared=false`)
  expect((await alarms()).items).toMatchObject([{ key: 'endpoint.given_up' }])
  const detail = `/webhook-endpoints/${endpointId}/deliveries/${bad}`
  expect(await read(service, 'WebhookDeliveryDetail', detail)).toMatchObject({ state: 'given_up' })

  receiver.answer = ok
  const replay = { endpointId, givenUp: true }
  const path = '/webhook-replays'
  expect(await read(service, 'WebhookReplay', path, post({ ...replay, dryRun: true }))).toEqual({
    events: 1,
    skipped: [],
    dryRun: true,
  })
  expect(await endpoint()).toMatchObject({ givenUp: 1 })
  expect(await read(service, 'WebhookReplay', path, post(replay))).toEqual({
    events: 1,
    skipped: [],
    dryRun: false,
  })
  await until(
    () => read(service, 'WebhookDeliveryDetail', detail),
    ({ state }) => state === 'delivered',
  )
  expect(receiver.received.at(-1)?.id).toBe(bad)
  expect((await alarms()).items).toEqual([])
  expect(await read(service, 'WebhookReplay', path, post(replay))).toMatchObject({ events: 0 })
  expect(await endpoint()).toMatchObject({ givenUp: 0, failingSince: null, disablesAt: null })
  await end()
})

/** Tells events of which one is damaged before anybody reads it. */
const tellDamaged = (topics: readonly string[], damaged: number) =>
  inTransaction(service.db, async (transaction) => {
    const at = new Date(serviceNow())
    const ids = await feed(
      transaction,
      topics.map((topic) => ({ topic, at })),
    )
    await sql`update event_feed set data = set_byte(data, 20, 255 - get_byte(data, 20))
      where id = ${ids[damaged]}`.execute(transaction)
    return ids
  })
const sent = () => receiver.received.map(({ id }) => id)
const haveCome = (ids: readonly unknown[]) =>
  until(
    () => Promise.resolve(sent()),
    (came) => ids.every((id) => came.includes(String(id))),
  )
const health = () =>
  service.db
    .selectFrom('webhook_endpoints')
    .select(['state', 'failures', 'pauses', 'paused_until', 'paused_ms', 'failing_since'])
    .where('id', '=', endpointId)
    .executeTakeFirstOrThrow()

test('an event that cannot be opened holds up its topic alone, is given up after 72 hours, and is nothing against its endpoint', async () => {
  const before = await health()
  const topics = ['instance:1', 'instance:1', 'instance:1', 'instance:2']
  const [first, damaged, behind, other] = await tellDamaged(topics, 1)
  await haveCome([first, other])
  await until(lanes, ([lane]) => lane?.attempt === 1)
  const [later] = await tell([{ topic: 'instance:2' }])
  await haveCome([later])
  await until(lanes, ({ length }) => length === 1)
  const begun = serviceNow()
  const givenUp = async () => {
    const path = `/webhook-given-up?endpointId=${endpointId}`
    return (await read(service, 'WebhookGivenUpList', path)).items
  }
  for (let attempts = 1; (await givenUp()).length === 0; attempts += 1) {
    await nextAttempt()
    expect(attempts).toBeLessThan(40)
  }
  expect(serviceNow() - begun).toBeGreaterThan(71.9 * hour)
  // It comes at once: nobody waits for an endpoint that answers.
  await haveCome([behind])
  expect(sent().toSorted()).toEqual([first, other, later, behind].toSorted())
  expect(await health()).toEqual(before)

  const defect = 'defect: the event could not be sent'
  const reason = `it was tried for 72 hours, and met at last a ${defect}`
  expect(await givenUp()).toMatchObject([{ eventId: damaged, type: 'instance.changed', reason }])
  const path = `/webhook-attempts?endpointId=${endpointId}&eventId=${damaged}`
  const { items } = await read(service, 'WebhookAttemptList', path)
  expect(items.length).toBeGreaterThan(20)
  const failed = items.map((_, index) => ({ attempt: items.length - index, error: defect }))
  expect(items).toMatchObject(failed)
  await end()
})

test('the next topic asks whether an endpoint answers again where an event cannot be opened', async () => {
  receiver.answer = status(500)
  await tell(Array.from({ length: 10 }, (_, index) => ({ topic: `instance:${index}` })))
  await until(endpoint, ({ pausedUntil }) => pausedUntil !== null)
  await idle()
  receiver.answer = ok
  await tellDamaged(['instance:damaged'], 0)
  await until(lanes, ({ length }) => length === 11)
  // The lanes that are due longest come first, and the others wait for their next attempt.
  await service.db
    .updateTable('webhook_lanes')
    .set({ next_at: new Date(serviceNow() - minute) })
    .where('lane', '=', 'instance:damaged')
    .execute()
  clockMs += minute
  await until(lanes, (rows) => rows.length === 1 && rows[0]?.lane === 'instance:damaged')
  expect(await health()).toMatchObject({ failures: 0, paused_until: null, failing_since: null })
  await end()
})

test('an endpoint that wants nothing more is disabled with an alarm, and catches up once enabled', async () => {
  receiver.answer = status(410)
  const [first] = await tell([{ topic: 'instance:gone' }])
  await until(endpoint, ({ state }) => state === 'disabled')
  const subject = `webhook-endpoint:${endpointId}`
  const alarms = () => read(service, 'AlarmList', `/alarms?subject=${subject}&cleared=false`)
  expect((await alarms()).items).toMatchObject([{ key: 'endpoint.disabled' }])
  const asked = await requests()
  const [second] = await tell([{ topic: 'instance:other' }])
  clockMs += 200 * hour
  await idle()
  expect(await requests()).toBe(asked)
  receiver.answer = ok
  await read(service, 'WebhookEndpoint', `/webhook-endpoints/${endpointId}/enable`, post())
  const came = () => receiver.received.slice(asked - 1).map(({ id }) => id)
  await until(
    () => Promise.resolve(came()),
    (ids) => [first, second].every((id) => ids.includes(id ?? '')),
  )
  expect((await alarms()).items).toEqual([])
  expect(
    (await read(service, 'WebhookGivenUpList', `/webhook-given-up?endpointId=${endpointId}`)).items,
  ).toEqual([])
  await end()
})

test('an endpoint without a success for five days is disabled', async () => {
  receiver.answer = status(500)
  await tell([{ topic: 'instance:dead' }, { topic: 'instance:deaf' }])
  for (const ends = clockMs + 5 * 24 * hour; (await endpoint()).state === 'enabled';) {
    expect(clockMs).toBeLessThan(ends + 30 * hour)
    await nextAttempt(scale.awayLaterHours * hour)
    // What is given up meanwhile makes room for something new.
    if ((await lanes()).length < 2) await tell([{ topic: `instance:${clockMs}` }])
    await until(lanes, ({ length }) => length > 0)
  }
  expect(await endpoint()).toMatchObject({ disabledReason: 'no attempt succeeded for 5 days' })
  await end()
})

test('who asks for a pause with Retry-After gets it, for all of its lanes', async () => {
  receiver.answer = status(429, { 'retry-after': '1800' })
  await tell([{ topic: 'instance:busy' }])
  const { pausedUntil } = await until(endpoint, (shown) => shown.pausedUntil !== null)
  const leftMs = Date.parse(pausedUntil ?? '') - serviceNow()
  expect(Math.abs(leftMs - 30 * minute)).toBeLessThan(minute / 2)
  receiver.answer = ok
  await tell([{ topic: 'instance:later' }])
  await until(lanes, ({ length }) => length === 2)
  clockMs += 29 * minute
  await idle()
  expect(receiver.received).toHaveLength(1)
  clockMs += 2 * minute
  await until(
    () => Promise.resolve(receiver.received),
    ({ length }) => length === 3,
  )
  await end()
})

test('without order one event that fails holds up no other of its topic', async () => {
  const [unordered, id] = await add({ ordered: false })
  unordered.answer = (response, { data }) =>
    (data['bad'] === true ? status(500) : ok)(response, unordered.received[0] as never)
  await tell([
    { topic: 'instance:u', data: { bad: true } },
    { topic: 'instance:u' },
    { topic: 'instance:u' },
  ])
  await until(
    () => Promise.resolve(unordered.received),
    ({ length }) => length === 3,
  )
  await manage(service, `/webhook-endpoints/${id}`, { method: 'DELETE' })
  await unordered.close()
  await end()
})

test('a replay since a position, of what is missing or of one event holds up no live topic', async () => {
  const ids = await tell(
    Array.from({ length: 4 }, (_, index) => ({ topic: 'instance:r', data: { index } })),
  )
  await until(
    () => Promise.resolve(receiver.received),
    ({ length }) => length === 4,
  )
  await until(lanes, ({ length }) => length === 0)
  const { position } = await service.db
    .selectFrom('event_feed')
    .select('position')
    .where('id', '=', ids[1] ?? '')
    .executeTakeFirstOrThrow()
  const counted = (body: object) =>
    read(service, 'WebhookReplay', '/webhook-replays', post({ endpointId, ...body, dryRun: true }))
  expect(await counted({ afterPosition: position })).toMatchObject({ events: 2 })
  expect(await counted({ eventId: ids[0] })).toMatchObject({ events: 1 })
  expect(await counted({ topic: 'instance:r', types: ['instance.*'] })).toMatchObject({ events: 4 })
  expect(await counted({ topic: 'instance:r', types: ['instance.created'] })).toMatchObject({
    events: 0,
  })
  expect(await counted({ topic: 'instance:r', missing: true })).toMatchObject({ events: 0 })
  await service.db
    .deleteFrom('webhook_attempts')
    .where('event_id', '=', ids[2] ?? '')
    .execute()
  expect(await counted({ topic: 'instance:r', missing: true })).toEqual({
    ...{ events: 1, skipped: [], dryRun: true },
    attemptsKnownSince: null,
  })

  // What is sent again is refused; what happens now comes all the same.
  receiver.answer = status(500)
  await read(
    service,
    'WebhookReplay',
    '/webhook-replays',
    post({ endpointId, topic: 'instance:r' }),
  )
  await until(lanes, ([lane]) => lane?.lane === 'replay:instance:r' && lane.attempt === 1)
  const again = [{ reason: 'on_its_way', events: 4 }]
  expect(await counted({ topic: 'instance:r' })).toMatchObject({ events: 0, skipped: again })
  const owed = async (failing: boolean) =>
    (await read(service, 'WebhookDeliveryList', `${own()}/deliveries?failing=${failing}`)).items
  expect(await owed(true)).toMatchObject([{ eventId: ids[0], replay: true, attempts: 1 }])
  expect((await owed(false)).map(({ eventId }) => eventId)).toEqual(ids.slice(1))
  const at = await endpoint()
  const day = 24 * hour
  expect(Date.parse(at.disablesAt ?? '') - Date.parse(at.failingSince ?? '')).toBe(5 * day)
  expect(at).toMatchObject({ pending: 4, lag: 0, lastFailedAt: at.failingSince })
  const [first] = (await read(service, 'EventList', `/events?after=${position - 2}&limit=1`)).items
  expect(at.oldestPendingAt).toBe(first?.timestamp)
  receiver.answer = ok
  const [live] = await tell([{ topic: 'instance:r', data: { index: 4 } }])
  await until(
    () => Promise.resolve(receiver.received.map(({ id }) => id)),
    (sent) => sent.includes(live ?? ''),
  )

  // Whether they were taken is not known once their attempts are pruned.
  const known = new Date(serviceNow() + 1)
  expect(await pruneAttempts(service.db, known, 1_000)).toBeGreaterThan(4)
  expect(await counted({ topic: 'instance:r', missing: true })).toEqual({
    ...{ events: 0, skipped: [], dryRun: true },
    attemptsKnownSince: known.toISOString(),
  })
  await end()
})

test('a replay says of each event that it leaves out why', async () => {
  const [heard, other] = await tell([
    { topic: 'order:s' },
    { topic: 'order:s', type: 'order.idle' },
  ])
  await until(
    () => Promise.resolve(receiver.received),
    ({ length }) => length === 1,
  )
  await until(lanes, ({ length }) => length === 0)
  const counted = (body: object) =>
    read(service, 'WebhookReplay', '/webhook-replays', post({ endpointId, ...body, dryRun: true }))
  const notHeard = { reason: 'not_heard', events: 1 }
  expect(await counted({ topic: 'order:s' })).toMatchObject({ events: 1, skipped: [notHeard] })
  expect(await counted({ eventId: other })).toMatchObject({ events: 0, skipped: [notHeard] })
  // Of what never came it is only what should have come that is missing.
  expect(await counted({ topic: 'order:s', missing: true })).toMatchObject({
    events: 0,
    skipped: [],
  })
  const lost = { endpoint_id: endpointId, event_id: crypto.randomUUID(), position: 1 }
  const told = { type: 'instance.changed', topic: 'instance:lost', reason: 'status 500' }
  const at = new Date(serviceNow())
  const row = { id: crypto.randomUUID(), at, ...lost, ...told, replayed_at: null }
  await service.db.insertInto('webhook_given_up').values(row).execute()
  const pruned = [{ reason: 'pruned', events: 1 }]
  expect(await counted({ givenUp: true })).toMatchObject({ events: 0, skipped: pruned })
  expect(await counted({ givenUp: true, topic: 'order:s' })).toMatchObject({ skipped: [] })
  expect(await counted({ eventId: heard })).toMatchObject({ events: 1, skipped: [] })
  await end()
})

test('attempts are found by the time, with when each was sent', async () => {
  receiver.answer = status(500)
  const [eventId] = await tell([{ topic: 'instance:t' }])
  await until(requests, (count) => count === 2)
  await idle()
  const list = (more: string) =>
    read(service, 'WebhookAttemptList', `/webhook-attempts?endpointId=${endpointId}${more}`)
  const [test, first] = (await list('')).items.toReversed()
  expect(first).toMatchObject({ eventId, succeeded: false })
  const { at = '', sentAt = '', ms = 0 } = first ?? {}
  expect(Date.parse(at) - Date.parse(sentAt)).toBe(ms)
  expect((await list(`&since=${at}`)).items).toMatchObject([{ eventId }])
  expect((await list(`&until=${at}`)).items).toMatchObject([{ id: test?.id, type: 'webhook.test' }])
  expect((await list(`&since=${at}&succeeded=true`)).items).toEqual([])
  await end()
})

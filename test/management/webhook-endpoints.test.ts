import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { findEndpoint, insertEndpoint } from '../../src/db/webhook/endpoints.ts'
import { signIn } from '../harness/browser-session.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { feed } from '../harness/feed-rows.ts'
import { type Receiver, ok, startReceiver, status } from '../harness/receiver.ts'
import { type TestService, startService } from '../harness/service.ts'
import { tokenWith } from '../harness/tokens.ts'
import { until } from '../harness/until.ts'
import { faultsOf, manage, read } from './client.ts'

const settingsSecret = newWebhookSecret()
let secret = settingsSecret
let receiver: Receiver
let service: TestService
let clockMs = 0

beforeAll(async () => {
  receiver = await startReceiver(() => secret)
  service = await startService({
    settings: { KOOGATE_WEBHOOK_URL: receiver.url, KOOGATE_WEBHOOK_SECRET: settingsSecret },
    limits: { jobsEveryMs: 100, deliveryWithinMs: 3_000 },
    ports: {
      postSigned: createPostSigned({ allow: { ranges: [], loopback: true } }),
      now: () => new Date(Date.now() + clockMs),
    },
  })
  await until(
    () => manage(service, '/webhook-endpoints/settings'),
    ({ status: code }) => code === 200,
  )
  // Only those of the tests hear of what they tell.
  await read(service, 'WebhookEndpoint', '/webhook-endpoints/settings/pause', { method: 'POST' })
})
afterAll(async () => {
  await service.stop()
  await receiver.close()
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.refused.length = 0
  receiver.answer = ok
})

const post = (body?: unknown) => ({ method: 'POST', body }) as const
async function add(more: object = {}) {
  const body = { url: receiver.url, types: ['instance.*'], ...more }
  const made = await read(service, 'CreatedWebhookEndpoint', '/webhook-endpoints', post(body))
  secret = made.secret
  return made
}
const enable = (id: string) =>
  read(service, 'WebhookEndpoint', `/webhook-endpoints/${id}/enable`, post())
const arrived = (count: number) =>
  until(
    () => Promise.resolve(receiver.received),
    ({ length }) => length >= count,
  )
const remove = (id: string) => manage(service, `/webhook-endpoints/${id}`, { method: 'DELETE' })

test('an endpoint gets events once a test event was answered, those since it was added too', async () => {
  const { id } = await add({ types: ['instance.*'] })
  receiver.answer = status(500)
  const refused = await manage(service, `/webhook-endpoints/${id}/enable`, post())
  expect(refused).toMatchObject({ status: 409, body: { code: 'webhook-not-answering' } })
  receiver.answer = ok
  const [told] = await feed(service.db, [
    { topic: 'instance:new' },
    { topic: 'o', type: 'order.x' },
  ])
  expect(await enable(id)).toMatchObject({ state: 'enabled', version: 2 })
  await arrived(3)
  expect(receiver.received.map(({ type }) => type)).toEqual([
    'webhook.test',
    'webhook.test',
    'instance.changed',
  ])
  expect(receiver.received[2]?.id).toBe(told)
  const stored = await service.db.selectFrom('webhook_endpoints').select('secret').execute()
  expect(JSON.stringify(stored)).not.toContain(secret)
  await remove(id)
})

test('a test event shows what was answered, the body to who may see personal data only', async () => {
  const { id } = await add()
  receiver.answer = status(503)
  const path = `/webhook-endpoints/${id}/test`
  const shown = await read(service, 'WebhookTestResult', path, post())
  expect(shown).toMatchObject({ succeeded: false, status: 503, answer: '{"no":"thanks"}' })
  const { authorization } = await tokenWith(service, ['operate', 'read'])
  const masked = await read(service, 'WebhookTestResult', path, { ...post(), authorization })
  expect(masked).toMatchObject({ status: 503, answer: '' })
  const query = `?endpointId=${id}&succeeded=false`
  const attempts = await read(service, 'WebhookAttemptList', `/webhook-attempts${query}`)
  expect(attempts.items.map(({ eventId }) => eventId)).toEqual([masked.eventId, shown.eventId])
  const [attempt] = attempts.items
  expect(await read(service, 'WebhookAttempt', `/webhook-attempts/${attempt?.id}`)).toEqual(attempt)
  await remove(id)
})

test('the answer that a session was shown in clear is given again only where it is asked for in clear', async () => {
  const { id } = await add()
  const { send } = await signIn(service)
  const key = { 'idempotency-key': `look-at-${id}` }
  const test = (headers: Readonly<Record<string, string>>) =>
    send(`/webhook-endpoints/${id}/test`, { method: 'POST', headers: { ...key, ...headers } })
  const reveal = { 'koogate-reveal': 'true' }
  receiver.answer = status(503)
  const shown = await test(reveal)
  expect(shown.body).toMatchObject({ answer: '{"no":"thanks"}' })
  expect((await test(reveal)).body).toEqual(shown.body)
  const other = await test({})
  expect(other.status).toBe(422)
  expect(other.text).not.toContain('thanks')
  await remove(id)
})

test('personal data are granted by an administrator alone, and go nowhere else without one', async () => {
  const { authorization } = await tokenWith(service, ['operate', 'read'])
  const asked = { ...post({ url: receiver.url, personal: true }), authorization }
  const refused = await manage(service, '/webhook-endpoints', asked)
  expect(refused).toMatchObject({
    status: 403,
    body: { code: 'forbidden', errors: [{ field: 'personal', pointer: '#/personal' }] },
  })
  const { id } = await add({ personal: true })
  const path = `/webhook-endpoints/${id}`
  const put = (body: object) => manage(service, path, { method: 'PUT', body, authorization })
  expect(await put({ url: 'https://elsewhere.example', personal: true })).toMatchObject({
    status: 403,
    body: { errors: [{ field: 'url', pointer: '#/url' }] },
  })
  expect(await put({ url: receiver.url, personal: true, types: ['instance.*'] })).toMatchObject({
    status: 200,
    body: { personal: true, version: 2 },
  })
  expect(await put({ url: 'https://elsewhere.example' })).toMatchObject({
    status: 200,
    body: { personal: false, state: 'untested' },
  })
  await remove(id)
})

test('what is personal comes in clear to an endpoint that was given it, masked to another', async () => {
  const buyer = { mobilePhone: '13800000000' }
  for (const personal of [false, true]) {
    const { id } = await add({ personal })
    await enable(id)
    receiver.received.length = 0
    await feed(service.db, [{ topic: 'instance:p', personal: true, data: { buyer } }])
    const [event] = await arrived(1)
    expect(JSON.stringify(event?.data).includes('13800000000')).toBe(personal)
    await remove(id)
  }
})

test.each([
  ['a type that nothing has', { types: ['instance.*', 'order.eaten'] }, '#/types/1'],
  ['an address that is none', { addresses: ['main', 'elsewhere'] }, '#/addresses/1'],
  ['a URL of another kind', { url: 'ftp://a.example' }, '#/url'],
  ['a URL with a password', { url: 'https://me:pass@a.example' }, '#/url'],
  ['an unknown member', { secret: 'whsec_mine' }, '#/secret'],
])('%s is refused with a pointer', async (_what, more, pointer) => {
  const body = { url: receiver.url, ...more }
  const faults = faultsOf(await manage(service, '/webhook-endpoints', post(body)))
  expect(faults.map((fault) => fault.pointer)).toEqual([pointer])
})

test('a filter lets through what it names, by type, address and test', async () => {
  const { id } = await add({ types: ['instance.changed'], addresses: ['main'], test: 'only' })
  await enable(id)
  const hoursAgo = new Date(Date.now() - 2 * 3_600_000)
  const events = [
    { topic: 'a', test: true },
    { topic: 'b', test: false },
    { topic: 'c', test: true, address: 'other' },
    { topic: 'd', test: true, address: '' },
    { topic: 'e', test: true, type: 'instance.created' },
    // Told long before the endpoint was there, and numbered only now.
    { topic: 'f', test: true, at: hoursAgo, isOld: true },
    // By a replica whose clock is behind.
    { topic: 'g', test: true, at: hoursAgo },
    { topic: 'h', test: true },
  ]
  const ids = await feed(service.db, events)
  await arrived(5)
  const wanted = [ids[0], ids[3], ids[6], ids[7]]
  expect(
    receiver.received
      .slice(1)
      .map((one) => one.id)
      .toSorted(),
  ).toEqual(wanted.toSorted())
  await remove(id)
})

test('a rotated secret signs beside the one before for a day, and alone after it', async () => {
  const { id, secret: first } = await add()
  await enable(id)
  const path = `/webhook-endpoints/${id}/rotate-secret`
  const rotated = await read(service, 'CreatedWebhookEndpoint', path, post())
  expect(rotated.secret).not.toBe(first)
  for (const one of [first, rotated.secret]) {
    secret = one
    await read(service, 'WebhookTestResult', `/webhook-endpoints/${id}/test`, post())
    expect(receiver.received.at(-1)?.signatures).toBe(2)
  }
  expect(receiver.refused).toEqual([])
  clockMs += 24 * 3_600_000 + 1_000
  await read(service, 'WebhookTestResult', `/webhook-endpoints/${id}/test`, post())
  expect(receiver.received.at(-1)?.signatures).toBe(1)
  expect(receiver.refused).toEqual([])
  await remove(id)
})

test('the endpoint of the settings is changed there, and paused and granted here', async () => {
  const path = '/webhook-endpoints/settings'
  expect(await manage(service, path, { method: 'DELETE' })).toMatchObject({
    status: 409,
    body: { code: 'webhook-of-settings' },
  })
  expect(await manage(service, `${path}/rotate-secret`, post())).toMatchObject({ status: 409 })
  const elsewhere = { url: 'https://elsewhere.example' }
  expect(await manage(service, path, { method: 'PUT', body: elsewhere })).toMatchObject({
    status: 409,
  })
  const body = { url: receiver.url, personal: true }
  const granted = await read(service, 'WebhookEndpoint', path, { method: 'PUT', body })
  expect(granted).toMatchObject({
    id: 'settings',
    ofSettings: true,
    personal: true,
    state: 'paused',
  })
})

test.each(['abc', '5/maybe', '1/true/2', '99999999999999999999999/true'])(
  'a cursor that no list of deliveries gave is refused: %s',
  async (position) => {
    const { id } = await add()
    const forged = `webhook-deliveries 1970-01-01T00:00:00.000Z ${position}`
    const cursor = Buffer.from(forged).toString('base64url')
    const path = `/webhook-endpoints/${id}/deliveries?cursor=${cursor}`
    const answer = await sendTo(service, `/api/v1${path}`, {
      headers: { authorization: `Bearer ${service.managementToken}` },
    })
    expect(answer.status).toBe(400)
    expect(faultsOf(answer).map(({ field }) => field)).toEqual(['cursor'])
    await remove(id)
  },
)

test('an endpoint that moves elsewhere is not asked until it is tested, and that time does not count', async () => {
  const { id } = await add()
  await enable(id)
  const moved = { method: 'PUT', body: { url: `${receiver.url}?moved` } } as const
  expect((await manage(service, `/webhook-endpoints/${id}`, moved)).body).toMatchObject({
    state: 'untested',
  })
  const row = await findEndpoint(service.db, id)
  expect(row?.stopped_at).toBeInstanceOf(Date)
  await remove(id)
})

test('an outdated change, the wrong scope, an unknown endpoint and a key for a secret are refused', async () => {
  const { id } = await add()
  const path = `/webhook-endpoints/${id}`
  const { authorization } = await tokenWith(service, ['read'])
  const asked = { ...post({ url: receiver.url }), authorization }
  expect(await manage(service, '/webhook-endpoints', asked)).toMatchObject({ status: 403 })
  expect(await manage(service, '/webhook-endpoints/nobody')).toMatchObject({ status: 404 })
  const send = (target: string, method: string, headers: Record<string, string>) =>
    sendTo(service, `/api/v1${target}`, {
      method,
      headers: {
        ...headers,
        authorization: `Bearer ${service.managementToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ url: receiver.url }),
    })
  expect(await send(path, 'PUT', { 'if-match': '"7"' })).toMatchObject({ status: 412 })
  expect(await send(path, 'PUT', { 'if-match': '"1"' })).toMatchObject({ status: 200 })
  const keyed = await send('/webhook-endpoints', 'POST', { 'idempotency-key': 'once' })
  expect(faultsOf(keyed).map(({ field }) => field)).toEqual(['Idempotency-Key'])
  expect(await remove(id)).toMatchObject({ status: 200 })
  expect(await manage(service, path)).toMatchObject({ status: 404 })
})

const filler = { url: 'https://filler.example/', test: 'exclude', personal: false } as const

test('an endpoint whose events cannot be fanned out holds up none of the others', async () => {
  const { db } = service
  const since = new Date()
  const broken = { id: '0-broken', ordered: true, state: 'enabled', since } as const
  await insertEndpoint(db, { ...filler, ...broken }, 0)
  const next_at = new Date(Date.now() + 3_600_000)
  // As many as its column takes.
  const full = { endpoint_id: '0-broken', lane: 'instance:full', pending: 2 ** 31 - 1, next_at }
  await db.insertInto('webhook_lanes').values(full).execute()
  const { id } = await add()
  await enable(id)
  const [told] = await feed(db, [{ topic: 'instance:full' }])
  await arrived(2)
  expect(receiver.received[1]?.id).toBe(told)
  expect(await remove('0-broken')).toMatchObject({ status: 200 })
  await remove(id)
})

test('there are at most a hundred endpoints beside those of the settings', async () => {
  const { db } = service
  const { count } = await db
    .selectFrom('webhook_endpoints')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('url', 'is not', null)
    .executeTakeFirstOrThrow()
  const at = new Date()
  const times = { since: at, created_at: at, updated_at: at }
  const rows = Array.from({ length: 99 - count }, (_, index) => ({
    ...{ ...filler, ...times, id: `filler-${index}`, ordered: true, state: 'untested' as const },
  }))
  await db.insertInto('webhook_endpoints').values(rows).execute()
  const made = await Promise.all(
    [1, 2, 3].map(() => manage(service, '/webhook-endpoints', post({ url: receiver.url }))),
  )
  expect(made.map(({ status: code }) => code).toSorted()).toEqual([200, 409, 409])
  const refused = made.find(({ status: code }) => code === 409)
  expect(refused?.body).toMatchObject({
    code: 'webhook-endpoints-full',
    errors: [{ field: 'url', pointer: '#/url' }],
  })
  const added = made.find(({ status: code }) => code === 200)
  await remove(String(added?.body['id']))
  await db.deleteFrom('webhook_endpoints').where('url', '=', filler.url).execute()
})

test('in production nothing is sent in clear', async () => {
  const settings = { NODE_ENV: 'production', KOOGATE_PUBLIC_URL: 'https://koogate.example' }
  const production = await startService({ settings })
  const faults = faultsOf(
    await manage(production, '/webhook-endpoints', post({ url: 'http://a.example' })),
  )
  expect(faults.map(({ pointer }) => pointer)).toEqual(['#/url'])
  await production.stop()
})

test.each(['token', 'access_token'])('a token in the query as %s opens nothing', async (name) => {
  const query = `?${name}=${service.managementToken}`
  const alone = await manage(service, `/webhook-endpoints${query}`, { authorization: null })
  expect(alone).toMatchObject({ status: 401, body: { code: 'unauthorized' } })
  expect(String(alone.body['detail'])).toContain('Authorization: Bearer')
  const beside = faultsOf(await manage(service, `/webhook-endpoints${query}`))
  expect(beside.map(({ field }) => field)).toEqual([name])
})

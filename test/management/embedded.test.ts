import { afterAll, beforeAll, expect, it } from 'vitest'
import { commitIn } from '../../src/db/commit.ts'
import { feedOf, whenPlaced } from '../events/feed.ts'
import { startReceiver } from '../harness/receiver.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy, newOrder, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { manage, read } from './client.ts'
import { messageOf } from './message-of.ts'
import { fetchedRow } from './order-rows.ts'

let service: TestService
beforeAll(async () => {
  service = await startService({ database: 'embedded' })
})
afterAll(() => service.stop())

const post = (body?: unknown) => ({ method: 'POST', body }) as const

it('serves every operation on the embedded database as on a server', async () => {
  const order = newOrder()
  const instanceId = await buy(service, order)
  await commitIn(service.db, { order: fetchedRow(order, service.app.services.vault) })
  const path = `/instances/${instanceId}`
  const appInfo = { frontEndUrl: 'https://app.example.com', password: 'open-sesame-8' }
  const usage = { usageValue: 12.5, statisticalTime: '2026-11-21T07:30:00.000Z' }
  await read(service, 'InstanceDetail', `${path}/app-info`, { method: 'PUT', body: appInfo })
  await read(service, 'InstanceDetail', `${path}/usage-info`, {
    method: 'PUT',
    body: { usageInfo: [usage] },
  })
  const instance = await read(service, 'InstanceDetail', path)
  expect(instance).toMatchObject({
    appInfo: { frontEndUrl: appInfo.frontEndUrl, hasPassword: true },
    usageInfo: [usage],
    order: {
      quantity: 50,
      createTime: '2026-11-18T10:19:12.000Z',
      buyer: { email: 'lisi@example.com' },
    },
  })
  const { history, orders, asks, ...listed } = instance
  expect(asks).toEqual([])
  expect(history).toHaveLength(2)
  expect(orders).toMatchObject([{ orderId: order.orderId, role: 'purchase', quantity: 50 }])
  const query = `/instances?orderId=${order.orderId}&status=active&test=false&limit=1`
  expect(await read(service, 'InstanceList', query)).toEqual({ items: [listed], nextCursor: null })

  const bought = await messageOf(service, `instanceId=${instanceId}&activity=newInstance`)
  const { message } = await read(service, 'RerunResult', `/messages/${bought.id}/rerun`, {
    method: 'POST',
  })
  expect(message).toMatchObject({ rerunOf: bought.id, instanceId, resultCode: '000000' })
  expect(await read(service, 'MessageDetail', `/messages/${bought.id}`)).toMatchObject({
    body: order,
    answer: { instanceId },
  })
  expect(await read(service, 'Overview', '/overview')).toMatchObject({ items: [] })
  const { addresses } = await read(service, 'Setup', '/setup')
  expect(addresses[0]?.steps.at(-1)).toMatchObject({ step: 'first-purchase', state: 'done' })
})

it('tells events and sends them on the embedded database', async () => {
  let secret = ''
  const receiver = await startReceiver(() => secret)
  const body = { url: receiver.url, types: ['instance.*'] }
  const made = await read(service, 'CreatedWebhookEndpoint', '/webhook-endpoints', post(body))
  const path = `/webhook-endpoints/${made.id}`
  await read(service, 'WebhookEndpoint', path, { method: 'PUT', body })
  const rotated = await read(service, 'CreatedWebhookEndpoint', `${path}/rotate-secret`, post())
  secret = rotated.secret
  const tested = await read(service, 'WebhookTestResult', `${path}/test`, post())
  expect(tested).toMatchObject({ succeeded: true, status: 204 })
  await read(service, 'WebhookEndpoint', `${path}/enable`, post())

  const instanceId = await buy(service)
  await whenPlaced(service)
  const told = (await feedOf(service)).find(({ data }) => data['instanceId'] === instanceId)
  const eventId = String(told?.id)
  expect(await read(service, 'Event', `/events/${eventId}`)).toEqual(told)
  const delivery = await until(
    () => read(service, 'WebhookDeliveryDetail', `${path}/deliveries/${eventId}`),
    ({ state }) => state === 'delivered',
  )
  const { items } = await read(
    service,
    'WebhookAttemptList',
    `/webhook-attempts?eventId=${eventId}`,
  )
  expect(items).toEqual(delivery.attempts)
  const [attempt] = items
  expect(await read(service, 'WebhookAttempt', `/webhook-attempts/${attempt?.id}`)).toEqual(attempt)

  expect(await read(service, 'WebhookEndpoint', `${path}/pause`, post())).toMatchObject({
    state: 'paused',
  })
  const again = { endpointId: made.id, eventId }
  expect(await read(service, 'WebhookReplay', '/webhook-replays', post(again))).toMatchObject({
    events: 1,
  })
  const owed = await read(service, 'WebhookDeliveryList', `${path}/deliveries`)
  expect(owed.items).toMatchObject([{ eventId, replay: true }])
  const endpoints = await read(service, 'WebhookEndpointList', '/webhook-endpoints')
  expect(endpoints.items).toEqual([await read(service, 'WebhookEndpoint', path)])
  expect(endpoints.items).toMatchObject([{ id: made.id, pending: 1 }])
  await read(service, 'WebhookEndpoint', path, { method: 'DELETE' })
  expect(await read(service, 'WebhookGivenUpList', '/webhook-given-up')).toMatchObject({
    items: [],
  })
  await receiver.close()
})

it('tells how the store judges the seller, and what failed, on the embedded database', async () => {
  const { addresses } = await read(service, 'Standing', '/standing')
  expect(addresses).toMatchObject([{ address: 'main', failingDays: 0 }])
  const { items } = await read(service, 'EventTypeList', '/event-types')
  expect(items.length).toBeGreaterThan(10)
})

it('pages and shows keys in use on the embedded database', async () => {
  for (let i = 0; i < 3; i++)
    await storeCall(service, { activity: 'queryInstance', instanceId: 'x' })
  const first = await read(service, 'MessageList', '/messages?instanceId=x&limit=2')
  const next = `/messages?instanceId=x&limit=2&cursor=${first.nextCursor ?? ''}`
  const second = await read(service, 'MessageList', next)
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3)
  expect(second.nextCursor).toBeNull()
  const { items } = await read(service, 'KeyList', '/keys')
  expect(
    items.find(({ interfaceType }) => interfaceType === 'basic')?.keys[0]?.lastUsedAt,
  ).not.toBeNull()
  expect((await manage(service, '/instances/nobody')).status).toBe(404)
})

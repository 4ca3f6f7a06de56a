import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { whenPlaced } from '../events/feed.ts'
import { kitCall, newBinding, tenantOf, userOf, usersOf } from '../harness/kit-call.ts'
import { applicationFor, buyA, callA, callC } from '../harness/licenses.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { readerOf } from '../harness/tokens.ts'
import { faultyFields, manage, read } from './client.ts'
import { type TimelineRows, fillTimeline } from './timeline-rows.ts'

type Found = ManagementSchemas['Found']

let service: TestService
let instanceId: string
let rows: TimelineRows
const order = newOrder()
// Where nobody says otherwise an instance is named by it.
const businessId = newId('business')
const otherName = newId('business')
beforeAll(async () => {
  service = await startService()
  const answer = await storeCall(service, purchaseOf(order, { businessId }))
  instanceId = String(answer.body['instanceId'])
  await service.db.updateTable('sold_instances').set({ business_id: otherName }).execute()
  await storeCall(service, { activity: 'orderNotify', ...order }, { path: 'orders' })
  await whenPlaced(service)
  rows = await fillTimeline(service, { instanceId, orderId: order.orderId })
})
afterAll(() => service.stop())

async function find(id: string, options = {}): Promise<Found[]> {
  const path = `/find?id=${encodeURIComponent(id)}`
  return [...(await read(service, 'FoundList', path, options)).items]
}
const named = (found: readonly Found[]) => found.map(({ kind, by }) => `${kind} by ${by}`)

describe('findById', () => {
  it('finds an instance by its id, and reads it where it says', async () => {
    const found = await find(instanceId)
    expect(found).toMatchObject([
      {
        ...{ kind: 'instance', by: 'id', id: instanceId, instanceId, orderId: order.orderId },
        ...{ site: 'china', address: 'main', test: false },
      },
    ])
    const { status, body } = await manage(service, found[0]?.ref.replace('/api/v1', '') ?? '')
    expect({ status, id: body['instanceId'] }).toEqual({ status: 200, id: instanceId })
  })

  it.each([
    ['a blank', ' ', ' '],
    ['the end of a line', '', '\r\n'],
    ['a tab and a Chinese blank', '\t', '\u3000'],
    ['what nobody sees', '\ufeff\u200b', '\u00a0\u200e'],
  ])('passes over %s around an id', async (_case, before, after) => {
    expect(named(await find(`${before}${order.orderId}${after}`))).toEqual([
      'instance by orderId',
      'order by orderId',
    ])
  })

  it.each([
    ['does not begin with the id of its order', () => newId('line')],
    ['is that and more than a number', (orderId: string) => `${orderId}-a-000001`],
  ])('finds an order line that %s', async (_case, lineOf) => {
    const { orderId } = newOrder()
    const odd = { orderId, orderLineId: lineOf(orderId) }
    await storeCall(service, purchaseOf(odd))
    expect(named(await find(odd.orderLineId))).toEqual([
      'instance by orderLineId',
      'order by orderLineId',
    ])
  })

  it('finds what an order bought and renewed, and the order itself', async () => {
    const renewal = newOrder()
    await storeCall(service, {
      ...{ activity: 'refreshInstance', instanceId, scene: 'RENEWAL' },
      ...{ expireTime: '20301124023618256', productId: 'p', ...renewal },
    })
    for (const { orderId } of [order, renewal]) {
      const found = await find(orderId)
      expect(found[0]).toMatchObject({ kind: 'instance', by: 'orderId', id: instanceId })
    }
    const [, line] = await find(order.orderId)
    const { body } = await manage(service, line?.ref.replace('/api/v1', '') ?? '')
    expect(body).toMatchObject({ orderId: order.orderId, orderLineId: order.orderLineId })
  })

  it.each([
    [
      'its order line',
      () => order.orderLineId,
      ['instance by orderLineId', 'order by orderLineId'],
    ],
    ['its business id', () => otherName, ['instance by businessId']],
  ])('finds an instance by %s', async (_case, id, expected) => {
    expect(named(await find(id()))).toEqual(expected)
  })

  it('finds all instances of one external id', async () => {
    const externalId = newId('tenant')
    const other = await storeCall(service, purchaseOf())
    const ids = [instanceId, String(other.body['instanceId'])]
    for (const id of ids) {
      const path = `/instances/${id}/metadata`
      await manage(service, path, { method: 'PUT', body: { externalId, metadata: {} } })
    }
    const found = await find(externalId)
    expect(named(found)).toEqual(['instance by externalId', 'instance by externalId'])
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(ids))
  })

  it('tells apart the same order of a test call and of a real one', async () => {
    const both = newOrder()
    await storeCall(service, purchaseOf(both))
    await storeCall(service, purchaseOf(both, { testFlag: '1' }))
    const instances = (await find(both.orderId)).filter(({ kind }) => kind === 'instance')
    expect(instances.map(({ test }) => test).toSorted()).toEqual([false, true])
  })

  it('finds a license by its id, its event, its code and its order', async () => {
    const bought = newOrder()
    const application = applicationFor(await buyA(service, bought))
    await callA(service, application)
    const [license] = await find(application['eventId'] ?? '')
    expect(license).toMatchObject({ kind: 'license', by: 'eventId', label: 'license-a' })
    expect(named(await find(license?.id ?? ''))).toEqual(['license by id'])
    const code = newId('PL')
    await callC(service, { activity: 'updateLicenseCodeStatus', license: code, status: 'FREEZE' })
    expect(named(await find(code))).toEqual(['license by code'])
    expect(JSON.stringify(await find(code))).not.toContain(code)
  })

  it('finds a tenant by both its ids, and its user and application by their names', async () => {
    const binding = newBinding()
    const [userName, appId] = [newId('user'), newId('app')]
    await kitCall(service, 'tenantSync', tenantOf(binding))
    await kitCall(service, 'authSync', usersOf(binding, [userOf(userName)], { appId }))
    const [tenant] = await find(binding.tenantId)
    expect(tenant).toMatchObject({ kind: 'tenant', by: 'tenantId', test: false })
    expect(named(await find(tenant?.id ?? ''))).toEqual(['tenant by id'])
    const [user] = await find(userName)
    expect(user).toMatchObject({ kind: 'user', by: 'userName', id: tenant?.id })
    const { body } = await manage(service, user?.ref.replace('/api/v1', '') ?? '')
    expect(body['items']).toMatchObject([{ userName }])
  })

  it('finds each thing that a timeline shows by its id, in capitals too', async () => {
    const kinds = new Map(rows.map(({ kind, id }) => [kind, id]))
    const found = async (kind: string, id = '') => [kind, named(await find(id.toUpperCase()))]
    const expected = {
      ...{ call: 'message', event: 'event', delivery: 'webhook-attempt', ask: 'ask' },
      ...{ usage: 'usage-window', 'outbound-call': 'outbound-call', audit: 'audit' },
    }
    for (const [kind, name] of Object.entries(expected)) {
      const id = kinds.get(kind as keyof typeof expected)
      expect(await found(kind, id)).toEqual([kind, [`${name} by id`]])
    }
  })

  it('finds the newest call of an order that never became anything', async () => {
    const lost = newOrder()
    for (const status of ['x', 'y']) {
      const { orderId } = lost
      await storeCall(service, { activity: 'newInstance', orderId, businessId: status.repeat(65) })
    }
    const found = await find(lost.orderId)
    expect(found).toMatchObject([{ kind: 'message', by: 'orderId', label: 'newInstance' }])
  })

  it('finds what was done by a request, and tokens, for who has the scope admin alone', async () => {
    const { db } = service
    const entry = await db.selectFrom('audit').selectAll().executeTakeFirstOrThrow()
    expect(named(await find(entry.request_id))).toEqual(['audit by requestId'])
    const authorization = await readerOf(service)
    const token = await db.selectFrom('tokens').selectAll().executeTakeFirstOrThrow()
    expect(named(await find(token.id))).toEqual(['token by id'])
    for (const id of [entry.id, entry.request_id, token.id]) {
      expect(await find(id, { authorization })).toEqual([])
    }
  })

  it.each(['nothing-has-this', crypto.randomUUID(), '%', '\u200b \u3000', "'; drop table x"])(
    'answers nothing for %j',
    async (id) => {
      expect(await find(id)).toEqual([])
    },
  )

  it('wants an id', async () => {
    expect(faultyFields(await manage(service, '/find'))).toEqual(['id'])
    expect(faultyFields(await manage(service, '/find?id='))).toEqual(['id'])
  })
})

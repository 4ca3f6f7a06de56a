import { createPublicKey } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { raiseAlarm } from '../../src/calls/alarms.ts'
import { persist } from '../../src/calls/persist.ts'
import { contractEventTypes } from '../../src/contract/index.ts'
import { encryptClientSecret } from '../../src/crypto/client-secret.ts'
import { generatePrivateKey, readPrivateKey } from '../../src/crypto/public-key.ts'
import { tenantIdOf } from '../../src/db/tenant/tenants.ts'
import { provision } from '../../src/ports/provisioning.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { openSchemas } from '../harness/contract-schemas.ts'
import { jobsWith, retryNow } from '../harness/jobs.ts'
import * as kit from '../harness/kit-call.ts'
import {
  applicationFor,
  buyA,
  callA,
  callB,
  callC,
  getLicenseOf,
  licenseOf,
  putContent,
} from '../harness/licenses.ts'
import { databases } from '../harness/scale.ts'
import { type TestService, keys, newId, shortLimits, startService } from '../harness/service.ts'
import { putOrder } from '../harness/sold.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { until } from '../harness/until.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Purchase } from '../harness/v1-store.ts'
import { manage } from '../management/client.ts'
import { boughtLongAgo, recordOf, report } from '../usage/reported.ts'
import { type Event, feedOf, typesOf, whenPlaced } from './feed.ts'

// What only an ask that nobody answers brings about is shown where that is (test/guarantees/asks*.test.ts).
const toldOfAsks = ['instance.overdue']
// What only time brings about is shown where that goes by (test/management/deliveries.test.ts, test/usage/push.test.ts).
const toldOfTime = ['order.delivery.idle', 'usage.at_risk', 'usage.expired']

const schemas = openSchemas('management')
const hourMs = 3_600_000
const hoursAgo = (hours: number) =>
  new Date(Math.floor(Date.now() / hourMs - hours) * hourMs).toISOString()
const expiry = (year: number) => `${year}1231235959`

describe.each(databases)('on the %s database', (database) => {
  let store: OrderStore
  let service: TestService
  let publicKey: ReturnType<typeof createPublicKey>
  let events: Event[] = []

  beforeAll(async () => {
    store = await startOrderStore(credentials)
    store.usage.rules.keys = [keys.basic]
    const pem = await generatePrivateKey()
    publicKey = createPublicKey(readPrivateKey(pem))
    const keyFile = join(mkdtempSync(join(tmpdir(), 'koogate-events-')), 'key.pem')
    writeFileSync(keyFile, pem)
    service = await startService({
      database,
      limits: { ...shortLimits, eventsEveryMs: 50, usageEveryMs: 50 },
      settings: { ...storeSettings(store), KOOGATE_KIT_PRIVATE_KEY_FILE: keyFile },
      ports: {
        provision: (instance, address) =>
          instance.businessId.startsWith('sold-out')
            ? { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } }
            : provision(instance, address),
        issueLicense: ({ eventId }) =>
          eventId?.startsWith('none-left')
            ? { outcome: 'refused', failure: { code: '000900', reason: 'none is left' } }
            : eventId?.startsWith('by-hand')
              ? { outcome: 'pending' }
              : { outcome: 'ready', content: { text: `LIC ${eventId ?? ''}` } },
      },
    })
  })
  afterAll(async () => {
    await service.stop()
    await store.close()
  })

  const whenFetched = ({ orderId }: { readonly orderId: string }) =>
    until(
      async () => {
        await retryNow(service.db)
        return jobsWith(service.db, 'fetch-order', orderId)
      },
      (open) => open === 0,
    )
  const when = async (topic: string, type: string) => {
    await until(
      async () => {
        await retryNow(service.db)
        return feedOf(service, { query: `topic=${encodeURIComponent(topic)}` })
      },
      (list) => list.some((event) => event.type === type),
    )
  }
  const change = (instanceId: string, more: Readonly<Record<string, unknown>>) =>
    storeCall(service, { instanceId, ...more })

  const usageOf = (id: string) => recordOf(id, { beginTime: hoursAgo(2), endTime: hoursAgo(1) })
  /** As if the minute were over in which records are added to the usage of an instance. */
  const settle = (id: string) =>
    service.db
      .updateTable('usage_windows')
      .set({ seal_at: new Date() })
      .where('instance_id', '=', id)
      .execute()

  /** Each lives one life by real calls, and returns its topic. */
  const lives: Readonly<Record<string, { types: readonly string[]; live: () => Promise<string> }>> =
    {
      'an instance of SaaS V2': {
        types: [
          'created activated changed renewed changed renewal_refunded upgraded changed',
          'renewal_refunded frozen renewed unfrozen changed frozen unfrozen changed released',
        ].flatMap((line) => line.split(' ').map((type) => `instance.${type}`)),
        async live() {
          const order = putOrder(store, { productId: 'P-1' })
          const { body } = await storeCall(service, purchaseOf(order))
          const instanceId = String(body['instanceId'])
          await whenFetched(order)
          const apply = async (activity: string, more: object, type: string) => {
            const next = putOrder(store, { type, productId: `P-${type}`, quantity: 20 })
            await change(instanceId, { activity, ...next, ...more })
            await whenFetched(next)
          }
          const refresh = (scene: string, year: number) =>
            apply('refreshInstance', { scene, expireTime: expiry(year) }, 'RENEW')
          const set = (status: string) =>
            change(instanceId, { activity: 'updateInstanceStatus', status })
          await refresh('RENEWAL', 2090)
          const refund = { scene: 'UNSUBSCRIBE_RENEWAL_PERIOD', expireTime: expiry(2080) }
          await change(instanceId, { activity: 'refreshInstance', ...refund, ...newOrder() })
          await apply('upgradeInstance', {}, 'CHANGE')
          await change(instanceId, {
            activity: 'refreshInstance',
            scene: 'UNSUBSCRIBE_RENEWAL_PERIOD',
            expireTime: '20200101000000',
            ...newOrder(),
          })
          await set('FREEZE')
          await refresh('RENEWAL_CHANGE', 2091)
          await set('FREEZE')
          await set('UNFREEZE')
          const metadata = { externalId: 'tenant-0815', metadata: { region: 'north' } }
          await manage(service, `/instances/${instanceId}/metadata`, {
            method: 'PUT',
            body: metadata,
          })
          await change(instanceId, { activity: 'releaseInstance', ...newOrder() })
          return `instance:${instanceId}`
        },
      },
      'a trial': {
        types: ['instance.created', 'instance.activated', 'instance.changed', 'instance.converted'],
        async live() {
          const order = putOrder(store, { type: 'TRIAL' })
          const { body } = await storeCall(service, purchaseOf(order))
          const instanceId = String(body['instanceId'])
          await whenFetched(order)
          const scene = { scene: 'TRIAL_TO_FORMAL', expireTime: expiry(2090) }
          await change(instanceId, { activity: 'refreshInstance', ...scene, ...newOrder() })
          return `instance:${instanceId}`
        },
      },
      'an instance that is sold out': {
        types: ['instance.created', 'instance.failed'],
        async live() {
          const purchase = purchaseOf()
          const businessId = newId('sold-out')
          await storeCall(service, { ...purchase, businessId })
          return `instance:${businessId}`
        },
      },
      'a supervised instance of SaaS V1': {
        types: ['instance.created', 'instance.activated', 'instance.accepted'],
        async live() {
          const purchase = v1Purchase()
          const { body } = await v1Call(service, purchase)
          await v1Call(service, { ...purchase, acceptanceTime: '20300101000000000' })
          return `instance:${String(body['instanceId'])}`
        },
      },
      'an instance that was sold before': {
        types: ['instance.imported'],
        async live() {
          const instanceId = newId('old')
          const { orderId, orderLineId } = newOrder()
          const orders = [{ role: 'renewal', orderId: newOrder().orderId, orderLineId }]
          const body = {
            ...{ instanceId, address: 'main', family: 'saas-v2', orderId, orderLineId, orders },
            appInfo: { frontEndUrl: 'https://app.example.com/old' },
          }
          const put = await manage(service, '/instances', { method: 'POST', body })
          expect(put.status, put.text).toBe(200)
          return `instance:${instanceId}`
        },
      },
      'an order that is notified': {
        types: ['order.notified', 'order.fetched'],
        async live() {
          const order = putOrder(store)
          await storeCall(service, { activity: 'orderNotify', ...order }, { path: 'orders' })
          await whenFetched(order)
          return `order:china/${order.orderId}`
        },
      },
      'an order under service supervision': {
        types: ['order.notified', 'order.fetched', 'order.delivery.noted'],
        async live() {
          const order = putOrder(store)
          await storeCall(service, { activity: 'orderNotify', ...order }, { path: 'orders' })
          await whenFetched(order)
          const { body } = await manage(service, `/orders?orderId=${order.orderId}`)
          const [item] = body['items'] as { id: string }[]
          const step = { method: 'POST', body: { step: 'confirmed' } } as const
          await manage(service, `/orders/${item?.id ?? ''}/delivery`, step)
          return `order:china/${order.orderId}`
        },
      },
      'an order that the store does not give': {
        types: ['order.notified', 'order.refused'],
        async live() {
          const order = newOrder()
          await storeCall(service, { activity: 'orderNotify', ...order }, { path: 'orders' })
          await whenFetched(order)
          return `order:china/${order.orderId}`
        },
      },
      'a license of A': {
        types: ['license.requested', 'license.issued', 'license.uploaded'],
        live: () => apply(newId('event'), 'license.uploaded'),
      },
      'a license that the store refuses': {
        types: ['license.requested', 'license.issued', 'license.refused'],
        async live() {
          const eventId = newId('event')
          store.failUploads(eventId, 'CBC.99003201')
          return apply(eventId, 'license.refused')
        },
      },
      'a license whose upload waits': {
        types: ['license.requested', 'license.issued', 'license.changed', 'license.uploaded'],
        async live() {
          const eventId = newId('event')
          store.failUploads(eventId, 'CBC.0999')
          return apply(eventId, 'license.uploaded')
        },
      },
      'a license that none is left of': {
        types: ['license.requested', 'license.failed'],
        live: () => apply(newId('none-left'), 'license.failed'),
      },
      'a license that is made by hand': {
        types: ['license.requested', 'license.issued', 'license.uploaded'],
        async live() {
          const eventId = newId('by-hand')
          const topic = await apply(eventId, 'license.requested')
          await putContent(service, topic.slice('license:'.length), { text: 'by hand' })
          await when(topic, 'license.uploaded')
          return topic
        },
      },
      'a license of B, beside its instance': {
        types: [
          ...['requested', 'issued', 'frozen', 'renewed', 'unfrozen', 'released'].map(
            (type) => `license.${type}`,
          ),
        ],
        async live() {
          const bought = getLicenseOf()
          const { body } = await callB(service, bought)
          const instanceId = String(body['instanceId'])
          const orderId = bought['orderId'] ?? ''
          await callB(service, { activity: 'expireLicense', instanceId, orderId })
          const renewal = { orderId: newOrder().orderId, expireTime: expiry(2090) }
          const productId = bought['productId'] ?? ''
          await callB(service, { activity: 'refreshLicense', instanceId, productId, ...renewal })
          await callB(service, { activity: 'releaseLicense', instanceId, orderId })
          const { licenseId } = await licenseOf(service, `instanceId=${instanceId}`)
          return `license:${licenseId}`
        },
      },
      'a code of C': {
        types: ['renewed', 'renewal_refunded', 'frozen', 'unfrozen', 'released'].map(
          (type) => `license.${type}`,
        ),
        async live() {
          const license = newId('PL')
          const refresh = (scene: string, year: number) =>
            callC(service, {
              ...{ activity: 'refreshLicenseCode', scene, license, expireTime: expiry(year) },
              ...newOrder(),
            })
          const set = (status: string) =>
            callC(service, { activity: 'updateLicenseCodeStatus', license, status })
          await refresh('RENEWAL', 2090)
          await refresh('UNSUBSCRIBE_RENEWAL_PERIOD', 2089)
          await set('FREEZE')
          await set('UNFREEZE')
          const { licenseId } = await licenseOf(service, `code=${license}`)
          await callC(service, { activity: 'releaseLicenseCode', license })
          return `license:${licenseId}`
        },
      },
      'a code that is activated, and lapses': {
        types: ['license.code.activated', 'license.code.lapsed'],
        async live() {
          const code = newId('PL')
          const sold = store.codes.sell(code)
          const send = (path: string, body: unknown) =>
            manage(service, `/license-codes/${path}`, { method: 'POST', body })
          await send('activate', { codes: [code] })
          Object.assign(sold, { status: 'EXPIRED' })
          await send('check', { code })
          const { licenseId } = await licenseOf(service, `code=${code}`)
          return `license:${licenseId}`
        },
      },
      'usage that the store refuses, and more of the same hour': {
        types: ['usage.parked', 'usage.shifted'],
        async live() {
          const id = await boughtLongAgo(service, { now: () => new Date() })
          store.usage.rules.poison.set(id, 'MKT.9001')
          await report(service, [usageOf(id)])
          await settle(id)
          await when(`usage:${id}`, 'usage.parked')
          await report(service, [usageOf(id)])
          return `usage:${id}`
        },
      },
      'a tenant': {
        types: [
          'tenant.bound',
          'tenant.changed',
          'tenant.application.changed',
          'tenant.users.changed',
          'tenant.users.changed',
          'tenant.departments.changed',
          'tenant.departments.changed',
          'tenant.deleted',
        ],
        async live() {
          const binding = kit.newBinding()
          await kit.kitCall(service, 'tenantSync', kit.tenantOf(binding))
          const renamed = { flag: 2, name: 'another', timeStamp: kit.kitTime(1) }
          await kit.kitCall(service, 'tenantSync', kit.tenantOf(binding, renamed))
          const secret = encryptClientSecret('s3cret', publicKey)
          await kit.kitCall(service, 'applicationSync', kit.applicationOf(binding, secret))
          const users = Array.from({ length: 101 }, (_, index) => kit.userOf(`account-${index}`))
          await kit.kitCall(service, 'authSync', kit.usersOf(binding, users))
          const stale = kit.usersOf(binding, [kit.userOf('account-1')], {
            timeStamp: kit.kitTime(-5),
          })
          await kit.kitCall(service, 'authSync', stale)
          const list = kit.departmentsOf(binding, ['first', 'second<first'])
          await kit.kitCall(service, 'allOrgSync', list)
          await kit.kitCall(service, 'allOrgSync', list)
          const moved = { timeStamp: kit.kitTime(2) }
          await kit.kitCall(service, 'singleOrgSync', kit.departmentOf(binding, 'third', moved))
          const deletion = { flag: 0, timeStamp: kit.kitTime(3) }
          await kit.kitCall(service, 'tenantSync', kit.tenantOf(binding, deletion))
          const key = { ...binding, site: 'china', address: 'main', test: false }
          return `tenant:${tenantIdOf(key)}/${binding.instanceId}`
        },
      },
      'an alarm that comes twice and is cleared twice': {
        types: ['alarm.raised', 'alarm.cleared', 'alarm.raised'],
        async live() {
          const subject = `tenant:${newId()}`
          const alarm = raiseAlarm('kit.users', subject, 'Something.')
          const { services } = service.app
          const end = () =>
            persist({ alarms: [{ raised: false, key: 'kit.users', subject }] }, services)
          await persist({ alarms: [alarm] }, services)
          await persist({ alarms: [alarm] }, services)
          await end()
          await end()
          await persist({ alarms: [alarm] }, services)
          return `alarm:kit.users/${subject}`
        },
      },
    }

  /** Applies for a license, and returns its topic once something of it was told. */
  async function apply(eventId: string, type: string): Promise<string> {
    await callA(service, applicationFor(await buyA(service), { eventId }))
    const { licenseId } = await licenseOf(service, `eventId=${eventId}`)
    await when(`license:${licenseId}`, type)
    return `license:${licenseId}`
  }

  test.each(Object.entries(lives))('%s is told', async (_name, { types, live }) => {
    const topic = await live()
    await whenPlaced(service)
    expect(typesOf(await feedOf(service), topic)).toEqual(types)
  })

  test('no type of the contract is left out, and each event is as the contract says', async () => {
    events = await feedOf(service)
    const contract = contractEventTypes()
    const elsewhere = [...toldOfAsks, ...toldOfTime]
    const told = new Set([...events.map(({ type }) => type), ...elsewhere])
    expect(contract.map(({ type }) => type).filter((type) => !told.has(type))).toEqual([])
    const webhookOf = new Map(contract.map(({ type, webhook }) => [type, webhook]))
    for (const { type, timestamp, data } of events) {
      const pointer = `/webhooks/${webhookOf.get(type) ?? ''}/post/requestBody/content/application~1json/schema`
      const violations = schemas.violations(pointer, { type, timestamp, data })
      expect(violations, `${type} ${JSON.stringify(data)}`).toEqual([])
    }
  })

  test('an event of a change tells what it was before and what brought it about', () => {
    const life = (type: string) => events.filter((event) => event.type === `instance.${type}`)
    const [created] = life('created')
    expect(created?.data).toMatchObject({ previousStatus: null, version: 1, previousPlan: null })
    const [renewed] = life('renewed')
    expect(renewed?.data).toMatchObject({
      status: 'active',
      previousStatus: 'active',
      scene: 'RENEWAL',
      plan: { orderType: null },
      previousPlan: { orderType: 'NEW', quantity: 10 },
      cause: { messageId: expect.any(String) as string },
      changed: expect.arrayContaining(['plan', 'expireTime']) as string[],
    })
    const unknown = events.filter(
      ({ type, data }) =>
        type.startsWith('instance.') &&
        Number(data['version']) > 1 &&
        data['previousStatus'] === null,
    )
    expect(unknown).toEqual([])
  })

  test('positions have no gap, and no id comes twice', () => {
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1))
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  })
})

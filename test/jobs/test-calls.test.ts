import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOrder } from '../../src/db/order/orders.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { applicationFor, callA, callB, callC, getLicenseOf } from '../harness/licenses.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Purchase } from '../harness/v1-store.ts'
import { until } from '../harness/until.ts'

const tested = { testFlag: '1' }

let store: OrderStore
let service: TestService

beforeAll(async () => {
  store = await startOrderStore(credentials)
  service = await startService({
    settings: storeSettings(store),
  })
})
afterAll(async () => {
  await service.stop()
  await store.close()
})

const idIn = ({ body }: { readonly body: Record<string, unknown> }) => String(body['instanceId'])

/** Every call that carries an order, or brings about an upload, of an instance that it sells first. */
const calls: Record<
  string,
  (flag: Readonly<Record<string, string>>) => Promise<{ body: Record<string, unknown> }>
> = {
  'a purchase': (flag) => storeCall(service, purchaseOf(newOrder(), flag)),
  'a renewal': async (flag) => {
    const instanceId = idIn(await storeCall(service, purchaseOf(newOrder(), flag)))
    const renewal = { activity: 'refreshInstance', scene: 'RENEWAL', expireTime: '20400101000000' }
    return storeCall(service, { ...renewal, instanceId, productId: 'P', ...newOrder(), ...flag })
  },
  'an upgrade': async (flag) => {
    const instanceId = idIn(await storeCall(service, purchaseOf(newOrder(), flag)))
    return storeCall(service, { activity: 'upgradeInstance', instanceId, ...newOrder(), ...flag })
  },
  'a purchase of an online license': (flag) => callA(service, purchaseOf(newOrder(), flag)),
  'an application for a license': async (flag) => {
    const instanceId = idIn(await callA(service, purchaseOf(newOrder(), flag)))
    return callA(service, { ...applicationFor(instanceId), ...flag })
  },
  'a renewal of a license code': (flag) =>
    callC(service, {
      activity: 'refreshLicenseCode',
      license: newId('PL'),
      scene: 'RENEWAL',
      expireTime: '20400101000000',
      ...newOrder(),
      ...flag,
    }),
  'a License 1.0': (flag) => callB(service, getLicenseOf({ ...flag })),
  'a notification': (flag) =>
    storeCall(service, { activity: 'orderNotify', ...newOrder(), ...flag }, { path: 'orders' }),
}

const asked = () => store.calls.length + store.uploads.length
const jobs = () => service.db.selectFrom('jobs').selectAll().execute()

test.each(Object.entries(calls))('%s makes no job when it is a test', async (_what, call) => {
  const { body } = await call(tested)
  expect(body['resultCode']).toBe('000000')
  expect(await jobs()).toEqual([])
  expect(asked()).toBe(0)
})

test('the order of a test purchase is not said to wait', async () => {
  const id = idIn(await storeCall(service, purchaseOf(newOrder(), tested)))
  expect(await instanceOf(service, id)).toMatchObject({ test: true, order: null })
  const { body } = await manage(service, `/instances?test=true`)
  const orders = (body['items'] as { test: boolean; order: unknown }[]).filter((one) => one.test)
  expect(orders.length).toBeGreaterThan(0)
})

type Members = Readonly<Record<string, string>>

test.each([
  ['SaaS V1', v1Purchase, (members: Members) => v1Call(service, members)],
  ['License 1.0', getLicenseOf, (members: Members) => callB(service, members)],
])(
  'a test call of %s keeps what it tells of an order apart from the real one',
  async (_family, purchase, call) => {
    const sold = purchase()
    await call({ ...sold, productId: 'P-real' })
    await call({ ...sold, ...tested, productId: 'P-test', businessId: newId('b') })
    const key = {
      site: 'china',
      address: 'main',
      orderId: String(sold['orderId']),
      orderLineId: '',
    }
    expect(await findOrder(service.db, { ...key, test: false })).toMatchObject({
      product_id: 'P-real',
    })
    expect(await findOrder(service.db, { ...key, test: true })).toMatchObject({
      product_id: 'P-test',
    })
  },
)

// The last test: it asks the store.
test('a real purchase after all that asks the store', async () => {
  await storeCall(service, purchaseOf(newOrder()))
  const count = await until(
    () => Promise.resolve(asked()),
    (times) => times > 0,
  )
  expect(count).toBe(store.calls.length)
})

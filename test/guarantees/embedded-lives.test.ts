import { afterAll, beforeAll, expect, test } from 'vitest'
import { plays } from '../../scripts/demo/plays.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { createSellerView, readPublicKey } from '../../src/simulator/scenarios/seller-view.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { v1Buy } from '../harness/v1-store.ts'

// What the suites of the families show on a server holds on the embedded database as well: one whole
// life of each family there, every answer and every state checked. The demo's test plays the manual
// one, and test:long runs the suites on both.
let orderStore: OrderStore
let service: TestService

beforeAll(async () => {
  orderStore = await startOrderStore(credentials)
  service = await startService({
    database: 'embedded',
    settings: storeSettings(orderStore),
  })
})
afterAll(async () => {
  await service.stop()
  await orderStore.close()
})

test.each(Object.entries(plays.template))(
  'the life of %s goes on the embedded database as on a server',
  async (_name, play) => {
    const seller = createSellerView(service.url, service.managementToken)
    const publicKey = () => readPublicKey(seller)
    const results = await play({ service, keys, seller, orderStore, publicKey })
    const faults = results.flatMap(({ name, wrong }) => wrong.map((what) => `${name}: ${what}`))
    expect(faults).toEqual([])
    expect(results.length).toBeGreaterThan(3)
  },
)

test('what V1 has sold there is the instance of its V2 purchase, and its release is one for both', async () => {
  const order = newOrder()
  const sold = await v1Buy(service, { orderId: order.orderId })
  expect((await storeCall(service, purchaseOf(order))).body).toMatchObject({ instanceId: sold })
  expect(await v1Buy(service, { orderId: order.orderId })).toBe(sold)
  const release = { activity: 'releaseInstance', instanceId: sold }
  expect((await storeCall(service, release)).body).toMatchObject({ resultCode: '000000' })
  const unknown = { ...release, instanceId: `${sold}-other` }
  expect((await storeCall(service, unknown)).body).toMatchObject({ resultCode: '000003' })
})

test('32 purchases of one order line at once make one instance there', async () => {
  const order = newOrder()
  const answers = await Promise.all(
    Array.from({ length: 32 }, () => storeCall(service, purchaseOf(order))),
  )
  const ids = answers.map(({ body }) => String(body['instanceId']))
  expect(new Set(ids).size).toBe(1)
  expect(answers[0]?.body).toMatchObject({ resultCode: '000000' })
})

import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, onTestFailed, test } from 'vitest'
import { type OpenDatabase, openServer } from '../../src/db/database.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { snapshotOf } from '../harness/database-snapshot.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { type Product, madeAtOnce, productSettings, startProduct } from '../harness/product.ts'
import { seededRandom } from '../harness/random.ts'
import { scale, seed } from '../harness/scale.ts'
import { putOrder } from '../harness/sold.ts'
import { type newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'

const credentials = { accessKey: 'seller-ak', secretKey: 'seller-sk' }
// The product's answer, after which a call writes a second time.
const answersAfterMs = 250
const purchases = 3

const random = seededRandom(seed)

let product: Product
let store: OrderStore
let service: ServiceProcess
let database: OpenDatabase

beforeAll(async () => {
  const url = await createDatabase(inject('postgresUrl'))
  product = await startProduct()
  store = await startOrderStore(credentials)
  database = openServer(url)
  const settings = {
    ...productSettings(product),
    KOOGATE_STORE_URL: store.url.href,
    KOOGATE_STORE_AK: credentials.accessKey,
    KOOGATE_STORE_SK: credentials.secretKey,
  }
  const limits = { askWithinMs: 1_000, askLeaseMs: 1_500, jobsEveryMs: 100 }
  service = await serviceProcess(url, settings, { limits })
})
afterAll(async () => {
  expect(await service.stop()).toBe(0)
  await Promise.all([database.close(), product.close(), store.close()])
})

test('an order ends in use once, asked for under one id, when the process is killed between its two commits', async () => {
  onTestFailed(() => {
    process.stderr.write(service.output())
  })
  product.answer = (asked) => ({ ...madeAtOnce(asked), afterMs: answersAfterMs })
  const orders: ReturnType<typeof newOrder>[] = []
  service.launch()
  for (let kills = 0; kills < scale.killsBetweenCommits;) {
    await service.ready()
    const bought = await buyAndKill()
    orders.push(...bought.orders)
    // One that came when all was answered is none.
    if (bought.answers.includes(undefined)) kills++
    service.launch()
  }
  await service.ready()
  for (const order of orders) await expectInUseOnce(order)
})

/** Buys, and kills the process at a random point once the product was asked. */
async function buyAndKill() {
  const orders = Array.from({ length: purchases }, () => putOrder(store))
  const calls = orders.map((order) => storeCall(service, purchaseOf(order)).catch(() => undefined))
  const asked = () =>
    Promise.resolve(orders.filter((order) => product.askedOf(order).length > 0).length)
  await until(asked, (count) => count > 0)
  await wait(random.between(0, answersAfterMs))
  await service.kill()
  return { orders, answers: await Promise.all(calls) }
}

async function expectInUseOnce(order: ReturnType<typeof newOrder>): Promise<void> {
  const buyAgain = async () => (await storeCall(service, purchaseOf(order))).body
  const { instanceId } = await until(buyAgain, ({ resultCode }) => resultCode === '000000')
  const asked = product.askedOf(order)
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1)
  expect(new Set(asked.map(({ data }) => data.instanceId))).toEqual(new Set([instanceId]))
  expect(asked.at(-1)?.data.plan?.quantity).toBe(10)
  const { instances, events } = await snapshotOf(database.db, order)
  expect(instances).toEqual([{ id: instanceId, test: false }])
  expect(events).toEqual(['instance.created', 'instance.activated'])
}

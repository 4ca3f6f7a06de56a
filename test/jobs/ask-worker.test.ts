import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, madeAtOnce, productSettings, startProduct } from '../harness/product.ts'
import { type TestService, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'

let product: Product
let service: TestService
let aheadMs = 0

beforeAll(async () => {
  product = await startProduct()
  service = await startService({
    settings: productSettings(product),
    limits: { jobsEveryMs: 20, portWithinMs: 100 },
    ports: { now: () => new Date(Date.now() + aheadMs) },
  })
})
afterAll(async () => {
  await service.stop()
  await product.close()
})

const state = async () =>
  (await service.db.selectFrom('asks').select('state').executeTakeFirst())?.state

test('an ask under way in a call is not made a second time when the clock jumps past its lease', async () => {
  const order = newOrder()
  product.answer = (asked) => ({ ...madeAtOnce(asked), afterMs: 1_000 })
  await storeCall(service, purchaseOf(order))
  await until(
    () => Promise.resolve(product.askedOf(order)),
    ({ length }) => length === 1,
  )
  expect(await state()).toBe('due')
  aheadMs = 75_000
  await until(state, (now) => now === 'done')
  expect(product.askedOf(order).map(({ data }) => data.attempt)).toEqual([1])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFindPurchase } from '../../src/db/instance/find-purchase.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const scope = { site: 'china', testAddress: '', kind: 'saas' } as const

test('purchases that are asked for in one turn are read by one statement, each its own', async () => {
  const bought = [newOrder(), newOrder(), newOrder()]
  const ids: string[] = []
  for (const order of bought) ids.push(await buy(service, order))
  const statements: string[] = []
  const db = service.db.withPlugin({
    transformQuery: ({ node }) => {
      statements.push(node.kind)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  const findPurchase = createFindPurchase(db, service.app.services.vault)
  const keys = [newOrder(), ...bought, newOrder(), ...bought].map((order) => ({
    ...scope,
    ...order,
  }))
  const found = await Promise.all(keys.map((key) => findPurchase(key)))
  expect(found.map((instance) => instance?.instanceId)).toEqual([
    undefined,
    ...ids,
    undefined,
    ...ids,
  ])
  expect(statements).toHaveLength(1)
})

test('after one repeat the next are read before they are written, and new orders are bought as ever', async () => {
  const [known, ...others] = [newOrder(), newOrder(), newOrder()]
  const first = await buy(service, known)
  const repeat = await storeCall(service, purchaseOf(known))
  expect(repeat.body['instanceId']).toBe(first)
  expect(service.app.services.repeats.areLikely()).toBe(true)
  const ids = await Promise.all([known, ...others, known].map((order) => buy(service, order)))
  expect(new Set(ids).size).toBe(3)
  expect([ids[0], ids[3]]).toEqual([first, first])
})

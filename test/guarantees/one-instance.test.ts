import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OrderLine, snapshotOf } from '../harness/database-snapshot.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { type StoreAnswer, buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'

// Two replicas on one Postgres: what holds here holds by the database alone.
let replicas: readonly [TestService, TestService]

beforeAll(async () => {
  const first = await startService()
  const second = await startService({ databaseUrl: String(first.databaseUrl) })
  replicas = [first, second]
})
afterAll(async () => {
  for (const replica of replicas) await replica.stop()
})

type Members = Readonly<Record<string, unknown>>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const replicaOf = (turn: number) => replicas[turn % 2 === 0 ? 0 : 1]
const snapshot = (order: OrderLine) => snapshotOf(replicas[0].db, order)
const codesOf = (answers: readonly StoreAnswer[]) => answers.map(({ body }) => body['resultCode'])
const idsOf = (answers: readonly StoreAnswer[]) => [
  ...new Set(answers.map(({ body }) => String(body['instanceId']))),
]
const all = (times: number, code: string) => Array.from({ length: times }, () => code)

/** Sends calls all at once, to both replicas in turn. */
function atOnce(times: number, make: (turn: number) => Members): Promise<StoreAnswer[]> {
  const turns = Array.from({ length: times }, (_, turn) => turn)
  return Promise.all(turns.map((turn) => storeCall(replicaOf(turn), make(turn))))
}

test('64 purchases of one order line at once over two replicas make one instance', async () => {
  const order = newOrder()
  const answers = await atOnce(64, () => purchaseOf(order))
  expect(codesOf(answers)).toEqual(all(64, '000000'))
  const [id, ...others] = idsOf(answers)
  expect(others).toEqual([])
  expect(await snapshot(order)).toEqual({
    instances: [{ id, test: false }],
    claims: 0,
    events: ['instance.created', 'instance.activated'],
    jobs: 1,
  })
})

test('one order line bought 32 times as real and 32 times as test at once makes one of each', async () => {
  const order = newOrder()
  const isTest = (turn: number) => turn % 4 >= 2
  const answers = await atOnce(64, (turn) =>
    purchaseOf(order, isTest(turn) ? { testFlag: '1' } : {}),
  )
  expect(codesOf(answers)).toEqual(all(64, '000000'))
  const real = idsOf(answers.filter((_, turn) => !isTest(turn)))
  const test = idsOf(answers.filter((_, turn) => isTest(turn)))
  expect([real.length, test.length]).toEqual([1, 1])
  const { instances, jobs, events } = await snapshot(order)
  expect(instances).toEqual([
    { id: real[0], test: false },
    { id: test[0], test: true },
  ])
  // A test purchase asks for no order.
  expect(jobs).toBe(1)
  expect(events.filter((type) => type === 'instance.created')).toHaveLength(2)
})

test('two orders with one businessId, one after the other, get it and a UUID', async () => {
  const businessId = newId('business')
  const [first, second] = [newOrder(), newOrder()]
  const one = await storeCall(replicas[0], purchaseOf(first, { businessId }))
  const other = await storeCall(replicas[1], purchaseOf(second, { businessId }))
  expect(one.body['instanceId']).toBe(businessId)
  expect(other.body['instanceId']).toMatch(uuid)
  expect((await snapshot(first)).instances).toEqual([{ id: businessId, test: false }])
  expect((await snapshot(second)).instances).toEqual([
    { id: other.body['instanceId'], test: false },
  ])
})

test('8 orders bought 4 times each at once with one businessId get 8 ids, one of them the businessId', async () => {
  const businessId = newId('business')
  const orders = Array.from({ length: 8 }, () => newOrder())
  const answers = await atOnce(32, (turn) => purchaseOf(orders[turn >> 2], { businessId }))
  expect(codesOf(answers)).toEqual(all(32, '000000'))
  const ids = orders.map((_, i) => idsOf(answers.slice(i * 4, i * 4 + 4)))
  expect(ids.map(({ length }) => length)).toEqual(orders.map(() => 1))
  const made = ids.flat()
  expect(new Set(made).size).toBe(8)
  expect(made.filter((id) => id !== businessId).filter((id) => uuid.test(id))).toHaveLength(7)
  for (const [i, order] of orders.entries()) {
    expect(await snapshot(order)).toMatchObject({
      instances: [{ id: made[i], test: false }],
      claims: 0,
      jobs: 1,
    })
  }
})

test.each([
  ['refreshInstance', { scene: 'RENEWAL', expireTime: '20991231235959' }, 'instance.refreshed'],
  ['upgradeInstance', {}, 'instance.upgraded'],
])('32 repeats of one %s at once are applied once', async (activity, more, event) => {
  const instanceId = await buy(replicas[0])
  const order = newOrder()
  const answers = await atOnce(32, () => ({ activity, instanceId, ...order, ...more }))
  expect(codesOf(answers)).toEqual(all(32, '000000'))
  expect(await snapshot(order)).toEqual({ instances: [], claims: 1, events: [event], jobs: 1 })
  const { version } = await replicas[0].db
    .selectFrom('sold_instances')
    .select('version')
    .where('instance_id', '=', instanceId)
    .executeTakeFirstOrThrow()
  expect(version).toBe(2)
})

test('16 different upgrades of one instance at once are all applied', async () => {
  const instanceId = await buy(replicas[0])
  const orders = Array.from({ length: 16 }, () => newOrder())
  const answers = await atOnce(16, (turn) => ({
    activity: 'upgradeInstance',
    instanceId,
    ...orders[turn],
  }))
  expect(codesOf(answers)).toEqual(all(16, '000000'))
  for (const order of orders) {
    expect(await snapshot(order)).toMatchObject({
      claims: 1,
      events: ['instance.upgraded'],
      jobs: 1,
    })
  }
})

test('one signed request sent to both replicas at once is accepted by one of them', async () => {
  const instanceId = await buy(replicas[0])
  const calls: Members[] = Array.from({ length: 8 }, () => [
    purchaseOf(),
    { activity: 'queryInstance', instanceId },
    { activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' },
    { activity: 'upgradeInstance', instanceId, ...newOrder() },
  ]).flat()
  for (const call of calls) {
    const signed = { nonce: randomUUID(), timestamp: String(Date.now()) }
    const answers = await Promise.all(replicas.map((replica) => storeCall(replica, call, signed)))
    expect(codesOf(answers).sort()).toEqual(['000000', '000001'])
    const again = await storeCall(replicas[1], call, signed)
    expect(again.body).toMatchObject({ resultCode: '000001' })
  }
})

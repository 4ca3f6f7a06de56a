import { afterAll, beforeAll, expect, test } from 'vitest'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { type Parameters, v1Buy, v1Purchase, v1Refresh, v1Upgrade } from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'

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

/** Sends calls all at once, to both replicas in turn. */
async function atOnce(times: number, make: (turn: number) => Parameters) {
  const turns = Array.from({ length: times }, (_, turn) => turn)
  const answers = await Promise.all(
    turns.map((turn) => v1Call(replicas[turn % 2 === 0 ? 0 : 1], make(turn))),
  )
  for (const { body, text } of answers) expect(body['resultCode'], text).toBe('000000')
  return answers.map(({ body }) => body)
}

async function eventsOf(instanceId: string): Promise<string[]> {
  const { history } = await instanceOf(replicas[0], instanceId)
  return (history as { type: string }[]).map(({ type }) => type.replace('instance.', '')).reverse()
}

test.each(['1', '0'])(
  '32 V1 purchases of one order at once over two replicas make one instance, chargingMode %s',
  async (chargingMode) => {
    const call = v1Purchase({ chargingMode })
    const answers = await atOnce(32, () => ({ ...call, businessId: newId() }))
    const [id = '', ...others] = new Set(answers.map(({ instanceId }) => String(instanceId)))
    expect(others).toEqual([])
    expect(await eventsOf(id)).toEqual(['created', 'activated'])
    const { body } = await manage(replicas[1], `/instances?orderId=${String(call['orderId'])}`)
    expect(body['items']).toHaveLength(1)
  },
)

test('four products of one pay-per-use order bought 8 times each at once make four instances', async () => {
  const call = v1Purchase({ chargingMode: '0' })
  const answers = await atOnce(32, (turn) => ({
    ...call,
    businessId: newId(),
    productId: `P-${turn >> 3}`,
  }))
  const ids = [0, 1, 2, 3].map((product) => [
    ...new Set(answers.slice(product * 8, product * 8 + 8).map(({ instanceId }) => instanceId)),
  ])
  expect(ids.map(({ length }) => length)).toEqual([1, 1, 1, 1])
  expect(new Set(ids.flat()).size).toBe(4)
})

test('8 orders bought 4 times each at once with one businessId get 8 ids, one of them the businessId', async () => {
  const businessId = newId('business')
  const calls = Array.from({ length: 8 }, () => v1Purchase({ businessId }))
  const answers = await atOnce(32, (turn) => calls[turn >> 2] ?? {})
  const ids = new Set(answers.map(({ instanceId }) => instanceId))
  expect(ids.size).toBe(8)
  expect(ids.has(businessId)).toBe(true)
})

test('32 of one refreshInstance and of one upgrade at once over two replicas are applied once each', async () => {
  const id = await v1Buy(replicas[0])
  const calls = [v1Refresh(id), v1Upgrade(id)]
  await atOnce(64, (turn) => calls[(turn >> 1) % 2] ?? {})
  expect((await eventsOf(id)).slice(2).sort()).toEqual(['refreshed', 'upgraded'])
})

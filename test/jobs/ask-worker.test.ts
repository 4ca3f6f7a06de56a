import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, madeAtOnce, productSettings, startProduct } from '../harness/product.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { lockTable } from '../harness/table-lock.ts'
import { until } from '../harness/until.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-asks-'))
let product: Product
let service: TestService
let aheadMs = 0

beforeAll(async () => {
  product = await startProduct()
  const file = join(folder, 'addresses.yaml')
  writeFileSync(
    file,
    `addresses: {main: {basicKey: ${keys.basic}}, mail: {basicKey: ${keys.basic}}}`,
  )
  service = await startService({
    settings: { ...productSettings(product), KOOGATE_CONFIG_FILE: file },
    limits: { jobsEveryMs: 20, asksAtOnce: 4, portWithinMs: 100 },
    ports: { now: () => new Date(Date.now() + aheadMs) },
  })
})
afterAll(async () => {
  await service.stop()
  await product.close()
  rmSync(folder, { recursive: true, force: true })
})

const buy = (order: ReturnType<typeof newOrder>, address = 'main') =>
  storeCall(service, purchaseOf(order), { address, timestamp: String(Date.now() + aheadMs) })
const stateOf = async ({ orderId }: { readonly orderId: string }) => {
  const row = service.db.selectFrom('asks').select('state').where('order_id', '=', orderId)
  return (await row.executeTakeFirst())?.state
}

test('an ask under way in a call is not made a second time when the clock jumps past its lease', async () => {
  const order = newOrder()
  product.answer = (asked) => ({ ...madeAtOnce(asked), afterMs: 1_000 })
  await buy(order)
  await until(
    () => Promise.resolve(product.askedOf(order)),
    ({ length }) => length === 1,
  )
  expect(await stateOf(order)).toBe('due')
  aheadMs += 75_000
  await until(
    () => stateOf(order),
    (state) => state === 'done',
  )
  expect(product.askedOf(order).map(({ data }) => data.attempt)).toEqual([1])
})

const waitingForLocks = async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(service.db)
  return rows[0]?.count ?? 0
}

test('an answer that is being committed is not asked for again when the clock jumps', async () => {
  const [order, failing] = [newOrder(), newOrder()]
  product.answer = () => ({ status: 503 })
  await buy(failing)
  product.answer = madeAtOnce
  // The second commit of a call alone writes its message.
  const lock = await lockTable(service.databaseUrl, 'messages')
  const bought = buy(order)
  await until(waitingForLocks, (count) => count > 0)
  aheadMs += 75_000
  // The worker has looked by then.
  await until(
    () => Promise.resolve(product.askedOf(failing)),
    ({ length }) => length === 2,
  )
  await lock.release()
  await bought
  expect(await stateOf(order)).toBe('done')
  expect(product.askedOf(order)).toHaveLength(1)
})

test('a product that hangs does not hold up the asks of another address', async () => {
  const hanging = Array.from({ length: 6 }, newOrder)
  const other = newOrder()
  const ids = new Set(hanging.map(({ orderId }) => orderId))
  // They fail in their calls, and come again by the worker.
  product.answer = () => ({ status: 503 })
  for (const order of hanging) await buy(order)
  await buy(other, 'mail')
  product.answer = (asked) => ({
    ...madeAtOnce(asked),
    afterMs: ids.has(asked.data.orderId ?? '') ? 3_000 : 0,
  })
  aheadMs += 60_000
  await until(
    () => Promise.resolve(product.askedOf(other)),
    ({ length }) => length === 2,
    2_000,
  )
  const again = hanging.flatMap((order) => product.askedOf(order).slice(1))
  expect(again).toHaveLength(2)
})

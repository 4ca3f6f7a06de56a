import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { insertEndpoint } from '../../src/db/webhook/endpoints.ts'
import { createDeferred } from '../harness/deferred.ts'
import { type Product, madeAtOnce, productSettings, startProduct } from '../harness/product.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { lockTable } from '../harness/table-lock.ts'
import { until } from '../harness/until.ts'
import { waitingFor } from '../harness/waiting.ts'
import { numbers, waiting, want } from './scene.ts'

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
    limits: { jobsEveryMs: 100, tidyEveryMs: 200, asksAtOnce: 4, portWithinMs: 500 },
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

/** Buys what the product refuses; what is left of that attempt is written after the store has its answer. */
async function buyInVain(order: ReturnType<typeof newOrder>, address?: string): Promise<void> {
  product.answer = () => ({ status: 503 })
  await buy(order, address)
  const left = service.db
    .selectFrom('asks')
    .select('id')
    .where('order_id', '=', order.orderId)
    .where('answer_code', '=', '503')
  await until(
    () => left.execute(),
    ({ length }) => length === 1,
  )
}
const askedAgain = (order: ReturnType<typeof newOrder>) =>
  until(
    () => Promise.resolve(product.askedOf(order)),
    ({ length }) => length >= 2,
  )

test('an ask under way in a call is not made a second time when the clock jumps past its lease', async () => {
  const [order, failing] = [newOrder(), newOrder()]
  await buyInVain(failing)
  const answered = createDeferred<undefined>()
  product.answer = (asked) => ({
    ...madeAtOnce(asked),
    ...(asked.data.orderId === order.orderId && { after: answered.passed }),
  })
  await buy(order)
  await until(
    () => Promise.resolve(product.askedOf(order)),
    ({ length }) => length === 1,
  )
  expect(await stateOf(order)).toBe('due')
  aheadMs += 75_000
  // The worker has looked by then.
  await askedAgain(failing)
  answered.open(undefined)
  await until(
    () => stateOf(order),
    (state) => state === 'done',
  )
  expect(product.askedOf(order).map(({ data }) => data.attempt)).toEqual([1])
})

test('an ask that cannot be read holds up no other that is due with it, and is told to be overdue', async () => {
  const [damaged, other] = [newOrder(), newOrder()]
  await buyInVain(damaged)
  await buyInVain(other)
  product.answer = madeAtOnce
  await sql`
    update asks set next_at = created_at,
      last_answer = case when order_id = ${damaged.orderId} then '\\x00'::bytea end,
      deadline = case when order_id = ${damaged.orderId} then created_at else deadline end
    where order_id in (${damaged.orderId}, ${other.orderId})`.execute(service.db)
  for (const [order, wanted] of [
    [other, 'done'],
    [damaged, 'overdue'],
  ] as const) {
    await until(
      () => stateOf(order),
      (state) => state === wanted,
    )
  }
  expect(product.askedOf(damaged)).toHaveLength(1)
  await service.db.deleteFrom('asks').where('order_id', '=', damaged.orderId).execute()
})

// What tidies old messages waits for them, too.
const unitsHeldUp = async () =>
  (await waitingFor('messages', service.db)).filter((query) => query.startsWith('with '))

test('an answer that is being committed is not asked for again when the clock jumps', async () => {
  const [order, failing] = [newOrder(), newOrder()]
  await buyInVain(failing)
  product.answer = madeAtOnce
  // The second commit of a call alone writes its message.
  const lock = await lockTable(service.databaseUrl, 'messages')
  const bought = buy(order)
  await until(unitsHeldUp, ({ length }) => length > 0)
  aheadMs += 75_000
  // The worker has looked by then.
  await askedAgain(failing)
  await lock.release()
  await bought
  await until(
    () => stateOf(order),
    (state) => state === 'done',
  )
  expect(product.askedOf(order)).toHaveLength(1)
})

const hour = 60 * 60_000
const inHours = (hours: number) => new Date(Date.now() + aheadMs + hours * hour)

test('what a clock that was ahead has put off for longer than anything waits is due', async () => {
  const { db } = service
  const order = newOrder()
  aheadMs += 10 * hour
  await buyInVain(order)
  aheadMs -= 10 * hour
  product.answer = madeAtOnce

  const at = inHours(0)
  const endpoint = { url: 'https://a.example', test: 'exclude', personal: false } as const
  const state = { ordered: true, state: 'untested', since: at } as const
  for (const [id, hours] of [
    ['far', 26],
    ['near', 23],
  ] as const) {
    await insertEndpoint(db, { id, ...endpoint, ...state, paused_until: inHours(hours) }, 0)
  }
  const leased = { lease: randomUUID(), pending: 1 }
  const lanes = [
    { lane: 'far', pending: 1, next_at: inHours(26) },
    { lane: 'near', pending: 1, next_at: inHours(23) },
    { lane: 'far lease', ...leased, next_at: inHours(2) },
    { lane: 'near lease', ...leased, next_at: inHours(0.5) },
  ]
  await db
    .insertInto('webhook_lanes')
    .values(lanes.map((lane) => ({ endpoint_id: 'near', ...lane })))
    .execute()
  await want(db, numbers(3), at)
  await sql`update jobs set next_at = case data ->> 'n'
    when '0' then ${inHours(3)}::timestamptz when '1' then ${inHours(1)}::timestamptz else 'infinity' end where queue = 'numbered'`.execute(
    db,
  )

  await askedAgain(order)
  const dueLanes = db.selectFrom('webhook_lanes').select('lane').where('endpoint_id', '=', 'near')
  const due = await until(
    () => dueLanes.where('next_at', '<=', inHours(0)).orderBy('lane').execute(),
    ({ length }) => length > 0,
  )
  expect(due.map(({ lane }) => lane)).toEqual(['far', 'far lease'])
  const paused = db.selectFrom('webhook_endpoints').select('id').where('paused_until', '>', at)
  expect(await paused.execute()).toEqual([{ id: 'near' }])
  const jobs = await until(
    () => waiting(db),
    (rows) => rows.some(({ next_at }) => next_at <= inHours(0)),
  )
  expect(jobs.filter(({ next_at }) => next_at <= inHours(0))).toHaveLength(1)
  expect(jobs.filter(({ given_up }) => given_up)).toHaveLength(1)
})

// As a version that lost the end of an ask has left it.
test.each([
  ['done', 'in use', () => Promise.resolve()],
  ['cancelled', 'released', release],
])('an open ask is %s when the product is asked for what is %s', async (end, _phase, change) => {
  product.answer = madeAtOnce
  const order = newOrder()
  await buy(order)
  await change(order)
  const asked = product.askedOf(order).length
  await sql`update asks set state = 'due', attempt = 0, next_at = ${inHours(0)}, lease_until = null
    where order_id = ${order.orderId}`.execute(service.db)
  await until(
    () => stateOf(order),
    (state) => state === end,
  )
  expect(product.askedOf(order)).toHaveLength(asked + 1)
})

async function release({ orderId }: { readonly orderId: string }): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select instance_id as id from asks where order_id = ${orderId}`.execute(service.db)
  const call = { activity: 'releaseInstance', instanceId: rows[0]?.id, ...newOrder() }
  await storeCall(service, call, { timestamp: String(Date.now() + aheadMs) })
}

test('what waits for an order that nobody reads any more is asked for without it', async () => {
  const [untouched, gone, young] = [newOrder(), newOrder(), newOrder()]
  // As if there had been access keys when they were bought.
  for (const order of [untouched, gone, young]) await buyInVain(order)
  product.answer = madeAtOnce
  const { db } = service
  const before = inHours(-0.1)
  for (const [order, since] of [
    [untouched, before],
    [gone, before],
    [young, inHours(0)],
  ] as const) {
    await db
      .updateTable('asks')
      .set({ state: 'order', attempt: 0, next_at: null, lease_until: null, created_at: since })
      .where('order_id', '=', order.orderId)
      .execute()
    await sql`update jobs set next_at = ${since}
      where data ->> 'orderId' = ${order.orderId}`.execute(db)
  }
  await sql`delete from jobs where data ->> 'orderId' = ${gone.orderId}`.execute(db)
  for (const order of [untouched, gone]) {
    await until(
      () => stateOf(order),
      (state) => state === 'done',
    )
    expect(product.askedOf(order).at(-1)?.data).toMatchObject({ buyer: null })
  }
  expect(await stateOf(young)).toBe('order')
})

test('a product that hangs does not hold up the asks of another address', async () => {
  const hanging = Array.from({ length: 6 }, newOrder)
  const other = newOrder()
  const ids = new Set(hanging.map(({ orderId }) => orderId))
  // They fail in their calls, and come again by the worker.
  await Promise.all(hanging.map((order) => buyInVain(order)))
  await buyInVain(other, 'mail')
  const before = product.asked.length
  const hung = createDeferred<undefined>()
  onTestFinished(() => hung.open(undefined))
  product.answer = (asked) => ({
    ...madeAtOnce(asked),
    ...(ids.has(asked.data.orderId ?? '') && { after: hung.passed }),
  })
  aheadMs += 60_000
  await askedAgain(other)
  const again = product.asked.slice(before).filter(({ data }) => ids.has(data.orderId ?? ''))
  expect(again).toHaveLength(2)
})

import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openServer } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { atStart } from '../../src/db/start-connection.ts'
import { completeOldSales } from '../../src/jobs/complete-old-sales.ts'
import { instanceOf } from '../harness/management.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy, newOrder, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Buy, v1Upgrade } from '../harness/v1-store.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

// More at once than the service has connections to its database.
const atOnce = 40

/** The codes of a query that is sent many times at once, so that every connection prepares it. */
async function codesOf(instanceId: string): Promise<Set<unknown>> {
  const call = { activity: 'queryInstance', instanceId }
  const answers = await Promise.all(Array.from({ length: atOnce }, () => storeCall(service, call)))
  return new Set(answers.map(({ body }) => body['resultCode']))
}

test('a replica goes on when a newer one adds a column: what a connection had prepared fails no call', async () => {
  const instanceId = await buy(service)
  for (let round = 0; round < 2; round++) {
    expect(await codesOf(instanceId)).toEqual(new Set(['000000']))
    await addColumn(`added_later_${round}`)
  }
})

async function addColumn(name: string): Promise<void> {
  await sql.raw(`alter table sold_instances add column ${name} text`).execute(service.db)
}

interface Change {
  readonly expireTime?: string
  readonly productId?: string
}

/** What version 0.2 writes when it applies an order: the columns that it knows, in the view of them. */
async function applyInOldVersion(instanceId: string, change: Change) {
  const { orderId, orderLineId } = newOrder()
  const { expireTime = null, productId = null } = change
  await sql`update instances set latest_order_id = ${orderId}, latest_order_line_id = ${orderLineId},
    expire_time = coalesce(${expireTime}::timestamptz, expire_time),
    product_id = coalesce(${productId}, product_id), version = version + 1, updated_at = now()
    where instance_id = ${instanceId}`.execute(service.db)
  return orderId
}

async function renew(instanceId: string, year: number, more: { productId?: string } = {}) {
  const scene = { scene: 'RENEWAL', expireTime: `${year}0615120000` }
  const call = { activity: 'refreshInstance', instanceId, ...scene, ...newOrder(), ...more }
  expect((await storeCall(service, call)).body).toMatchObject({ resultCode: '000000' })
}

const isoOf = (year: number) => `${year}-06-15T12:00:00.000Z`

// As Kysely writes it there; each is prepared once on every connection.
const preparedInOldVersion = [
  'select * from instances where instance_id = $1',
  'select index, instances.* from json_to_recordset($1::json) as own (index int, order_id text) join instances using (order_id)',
  'select * from orders where order_id = $1',
  `insert into instances (instance_id, phase) select instance_id, phase
    from json_populate_recordset(null::instances, $1::json) where false
    on conflict (instance_id) do update set phase = excluded.phase,
      version = case when instances.version = excluded.version - 1 then excluded.version end`,
  `insert into orders (order_id, state) select order_id, state
    from json_populate_recordset(null::orders, $1::json) where false
    on conflict (order_id, order_line_id, site, test_address) do update set state = excluded.state
      where orders.state <> 'fetched'`,
]

test('what a replica of 0.2 has prepared holds while this version changes its tables', async () => {
  const url = await createDatabase(inject('postgresUrl'), 'empty')
  const fixture = readFileSync('test/fixtures/schema-0.2.0.sql', 'utf8')
  await withClient(url, (client) => client.query(fixture))
  await withClient(url, async (client) => {
    const run = async () => {
      for (const [at, text] of preparedInOldVersion.entries()) {
        const values = [text.includes('::json') ? '[]' : 'nobody']
        await client.query({ name: `prepared-${at}`, text, values })
      }
    }
    await run()
    const database = openServer(url)
    await atStart(database, migrate)
    await run()
    await database.close()
  })
})

describe('what a replica of 0.2 applies to an instance while this version runs beside it', () => {
  test('a renewal: its product and expiry hold, also after the next order', async () => {
    const instanceId = await buy(service)
    await renew(instanceId, 2030, { productId: 'first' })
    const change = { expireTime: isoOf(2031), productId: 'second' }
    const orderId = await applyInOldVersion(instanceId, change)
    const shown = { ...change, plan: { orderId, productId: 'second' } }
    expect(await instanceOf(service, instanceId)).toMatchObject(shown)
    await renew(instanceId, 2032)
    expect(await instanceOf(service, instanceId)).toMatchObject({
      expireTime: isoOf(2032),
      productId: 'second',
      plan: { productId: 'second' },
    })
  })

  test('an upgrade: its product holds', async () => {
    const instanceId = await buy(service)
    await renew(instanceId, 2030, { productId: 'first' })
    await renew(instanceId, 2031)
    const orderId = await applyInOldVersion(instanceId, { productId: 'upgraded' })
    expect(await instanceOf(service, instanceId)).toMatchObject({
      expireTime: isoOf(2031),
      plan: { orderId, productId: 'upgraded' },
    })
  })

  test('a renewal that is cancelled: the plan before it holds', async () => {
    const instanceId = await buy(service)
    await renew(instanceId, 2030, { productId: 'first' })
    await renew(instanceId, 2031, { productId: 'second' })
    await applyInOldVersion(instanceId, { expireTime: isoOf(2030), productId: 'first' })
    expect(await instanceOf(service, instanceId)).toMatchObject({
      expireTime: isoOf(2030),
      productId: 'first',
      plan: { productId: 'first' },
    })
    await renew(instanceId, 2032)
    expect(await instanceOf(service, instanceId)).toMatchObject({ productId: 'first' })
  })
})

describe('what 0.2 has sold', () => {
  /** As 0.2 has left it: the order in a row of its own, and nothing of it on the instance. */
  async function asOldVersionLeftIt(instanceId: string): Promise<void> {
    await sql`update sold_instances set sale = null, sale_version = null where instance_id = ${instanceId}`.execute(
      service.db,
    )
  }

  test('is completed with what its orders have told, once', async () => {
    const terms = { amount: '30', skuCode: 'sku-1', productId: 'product-1' }
    const bought = await v1Buy(service, terms)
    const upgraded = await v1Buy(service, terms)
    await v1Call(service, v1Upgrade(upgraded, { amount: '60', productId: 'product-2' }))
    const known = await Promise.all([bought, upgraded].map(planOf))
    for (const instanceId of [bought, upgraded]) await asOldVersionLeftIt(instanceId)
    expect(await planOf(bought)).toMatchObject({ quantity: null })
    await completeOldSales(service.app.services)
    expect(await Promise.all([bought, upgraded].map(planOf))).toMatchObject(known)
    expect(known).toMatchObject([
      { productId: 'product-1', quantity: 30 },
      { productId: 'product-2', quantity: 60 },
    ])
    const { version } = await instanceOf(service, bought)
    await completeOldSales(service.app.services)
    expect(await instanceOf(service, bought)).toMatchObject({ version })
  })

  test('and what it has changed', async () => {
    const terms = { amount: '30', skuCode: 'sku-1', productId: 'product-1' }
    const instanceId = await v1Buy(service, terms)
    const before = await sql<{ sale: Uint8Array; sale_version: number }>`
      select sale, sale_version from sold_instances where instance_id = ${instanceId}`.execute(
      service.db,
    )
    await v1Call(service, v1Upgrade(instanceId, { amount: '60', productId: 'product-2' }))
    const [{ sale, sale_version } = { sale: null, sale_version: null }] = before.rows
    await sql`update sold_instances set sale = ${sale}, sale_version = ${sale_version}
      where instance_id = ${instanceId}`.execute(service.db)
    expect(await planOf(instanceId)).toMatchObject({ productId: 'product-2', quantity: 30 })
    await completeOldSales(service.app.services)
    expect(await planOf(instanceId)).toMatchObject({ productId: 'product-2', quantity: 60 })
  })

  test('and a renewal that nobody can read, of an instance that it has released too', async () => {
    const active = await buy(service)
    const released = await buy(service)
    for (const instanceId of [active, released]) {
      await renew(instanceId, 2030, { productId: 'first' })
      await applyInOldVersion(instanceId, { expireTime: isoOf(2031), productId: 'second' })
    }
    await storeCall(service, { activity: 'releaseInstance', instanceId: released, ...newOrder() })
    const known = await Promise.all([active, released].map(planOf))
    expect(known).toMatchObject([{ productId: 'second' }, { productId: 'second' }])
    await sql`update sold_instances set updated_at = now() - interval '2 hours'`.execute(service.db)
    await completeOldSales(service.app.services)
    expect(await Promise.all([active, released].map(planOf))).toEqual(known)
    const left = await sql`select from sold_instances where sale_version is distinct from version
      and instance_id = any(${[active, released]})`.execute(service.db)
    expect(left.rows).toEqual([])
  })

  async function planOf(instanceId: string): Promise<object> {
    const { plan } = await instanceOf(service, instanceId)
    const { productId, quantity, skuCode } = plan as Readonly<Record<string, unknown>>
    return { productId, quantity, skuCode }
  }
})

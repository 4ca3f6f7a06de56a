import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { putOrder } from '../harness/sold.ts'
import { type TestService, shortLimits, startService } from '../harness/service.ts'
import { serviceProcess } from '../harness/process.ts'
import { storeSettings } from '../harness/store-settings.ts'
import { buy, newOrder } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { manage, read } from '../management/client.ts'
import {
  type Scene,
  buyShown,
  driftsOf,
  openScene,
  reconcile,
  whenEnded,
  whenQuiet,
} from './scene.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

async function open(options: Parameters<typeof openScene>[0] = {}): Promise<Scene> {
  const scene = await openScene(options)
  opened.push(scene)
  return scene
}

/** Another process on the database of a scene. */
async function openReplica({ store, service }: Scene, aheadMs = 0): Promise<TestService> {
  const replica = await startService({
    databaseUrl: service.databaseUrl ?? '',
    settings: storeSettings(store),
    limits: { ...shortLimits, reconcileEveryMs: 0, reconcileSettledMs: 0 },
    ports: { now: () => new Date(Date.now() + aheadMs) },
  })
  opened.push({ close: () => replica.stop() })
  return replica
}

const begin = (service: Pick<TestService, 'url'>) =>
  read(service, 'Reconciliation', '/reconciliations', { method: 'POST', body: {} })
const one = (service: Pick<TestService, 'url'>, id: string) =>
  read(service, 'Reconciliation', `/reconciliations/${id}`)

describe('a reconciliation that runs', () => {
  it('goes on behind the last order when its process is killed, one at a time, at a bounded rate', async () => {
    const scene = await open({ limits: { reconcileEveryMs: 250 } })
    const { store, service } = scene
    const orders = await Promise.all(Array.from({ length: 10 }, () => buyShown(scene)))
    await whenQuiet(service)
    for (const { instanceId: _bought, ...order } of orders) putOrder(store, { quantity: 3 }, order)
    const asked = store.calls.length
    const begun = performance.now()
    const { id } = await begin(service)
    const again = await manage(service, '/reconciliations', { method: 'POST', body: {} })
    expect(again).toMatchObject({ status: 409, body: { code: 'reconciliation-running' } })
    const seen = await until(
      () => one(service, id),
      (row) => row.asked >= 3,
    )
    expect(seen.asked).toBeLessThanOrEqual((performance.now() - begun) / 250 + 1)
    await service.app.stop()
    // What a process leaves that is killed: a lease that nobody renews.
    const leaseUntil = new Date(Date.now() + 60_000)
    const replica = await openReplica(scene, 120_000)
    await sql`update reconciliations set lease = ${randomUUID()}, lease_until = ${leaseUntil}
      where id = ${id} and state = 'running'`.execute(replica.db)
    const ended = await whenEnded(replica, id)
    expect(ended).toMatchObject({ state: 'done', orders: 10, asked: 10, drifts: { open: 10 } })
    expect(store.calls.length - asked).toBeLessThanOrEqual(11)
    const drifts = await driftsOf(replica, id)
    expect(new Set(drifts.map(({ orderId }) => orderId)).size).toBe(10)
  })

  it('goes on by itself after its process was killed in the middle of an order, and finds each drift once', async () => {
    const scene = await open()
    const { store, service } = scene
    const orders = await Promise.all(Array.from({ length: 6 }, () => buyShown(scene)))
    await whenQuiet(service)
    for (const { instanceId: _bought, ...order } of orders) putOrder(store, { quantity: 3 }, order)
    await service.app.stop()
    const limits = { ...shortLimits, reconcileEveryMs: 200, reconcileSettledMs: 0, drainMs: 0 }
    const killed = await serviceProcess(service.databaseUrl ?? '', storeSettings(store), { limits })
    opened.push({ close: async () => void (await killed.stop()) })
    killed.launch()
    await killed.ready()
    const { id } = await begin(killed)
    await until(
      () => one(killed, id),
      ({ asked }) => asked >= 2,
    )
    await killed.kill()
    const replica = await openReplica(scene, 120_000)
    const ended = await whenEnded(replica, id)
    expect(ended).toMatchObject({ state: 'done', orders: 6, asked: 6, drifts: { open: 6 } })
    const drifts = await driftsOf(replica, id)
    expect(new Set(drifts.map(({ orderId }) => orderId)).size).toBe(6)
  })

  it('passes over an order that cannot be compared, after it has failed six times', async () => {
    const scene = await open({ limits: { jobsEveryMs: 20 } })
    const { store, service } = scene
    const orders = await Promise.all(Array.from({ length: 3 }, () => buyShown(scene)))
    await whenQuiet(service)
    for (const { instanceId: _bought, ...order } of orders) putOrder(store, { quantity: 3 }, order)
    const [broken] = orders
    // What cannot be deciphered.
    await sql`update sold_instances set sale = '\\x00' where instance_id = ${broken?.instanceId ?? ''}`.execute(
      service.db,
    )
    const { id } = await begin(service)
    // Each failure is waited out, which nobody has to do here.
    const ended = await until(
      async () => {
        await sql`update reconciliations set next_at = now() where id = ${id} and state = 'running'
          and lease is null`.execute(service.db)
        return one(service, id)
      },
      ({ state }) => state !== 'running',
    )
    expect(ended).toMatchObject({ state: 'done', orders: 3, asked: 2, skipped: 1 })
    expect(ended.drifts.open).toBe(2)
  })

  it('waits while the store is away, and blames no order for our access keys', async () => {
    const scene = await open()
    const { store, service } = scene
    const first = await buyShown(scene)
    await buyShown(scene)
    await whenQuiet(service)
    store.failQueries(first.orderId, 'APIGW.0301')
    const { id } = await begin(service)
    const waiting = await until(
      () => one(service, id),
      ({ error }) => error?.startsWith('APIGW.0301') === true,
    )
    expect(waiting).toMatchObject({ state: 'running', asked: 0, drifts: { open: 0 } })
    expect(await whenEnded(service, id)).toMatchObject({ state: 'done', asked: 2, error: null })
    expect(await driftsOf(service, id)).toEqual([])
  })

  it('fails, and keeps no drift, where the store gives none of the orders', async () => {
    const scene = await open()
    const { service } = scene
    for (let n = 0; n < 3; n += 1) await buy(service, newOrder())
    await whenQuiet(service)
    const failed = await reconcile(service)
    expect(failed).toMatchObject({ state: 'failed', asked: 3, drifts: { open: 0 } })
    expect(failed.error).toContain('access keys')
    const { body } = await manage(service, `/reconciliations/${failed.id}/cancel`, {
      method: 'POST',
    })
    expect(body['state']).toBe('failed')
  })

  it('is begun once a day by itself, unless it is switched off', async () => {
    const scene = await open({ limits: { tidyEveryMs: 200 } })
    const { service, store } = scene
    await buyShown(scene)
    await whenQuiet(service)
    const list = () => read(service, 'ReconciliationList', '/reconciliations')
    const off = await startService({
      databaseUrl: service.databaseUrl ?? '',
      settings: { ...storeSettings(store), KOOGATE_RECONCILE_DAILY: 'off' },
      limits: { ...shortLimits, tidyEveryMs: 100, reconcileEveryMs: 0 },
      ports: { now: () => new Date(Date.now() + 2 * dayMs) },
    })
    opened.push({ close: () => off.stop() })
    // A day later there are orders of a day before.
    await sql`update order_lines set created_at = created_at - interval '3 days'`.execute(
      service.db,
    )
    const { items } = await until(list, (found) =>
      found.items.some(({ state }) => state === 'done'),
    )
    expect(items).toMatchObject([{ startedBy: 'daily', state: 'done', asked: 1 }])
    await sql`update reconciliations set day = '2020-01-01'`.execute(service.db)
    await until(list, (found) => found.items.length === 2)
    expect((await list()).items).toHaveLength(2)
  })
})

const dayMs = 24 * 3_600_000

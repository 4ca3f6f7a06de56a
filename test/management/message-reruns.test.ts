import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Provision } from '../../src/ports/provisioning.ts'
import { manage, faultyFields, read } from './client.ts'
import { createDeferred } from '../harness/deferred.ts'
import { type TestService, newId, shortLimits, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { lockTable } from '../harness/table-lock.ts'
import { until } from '../harness/until.ts'
import { waitingFor } from '../harness/waiting.ts'
import { begin, callsOf, dryRun, reasonsOf, rerunOf, tryBegin, whenEnded } from './reruns.ts'

let service: TestService
let soldOut = false
let isBroken = false
/** What provisioning waits for, where it does. */
let held: Promise<undefined> | undefined

const limits = {
  ...shortLimits,
  portWithinMs: 60_000,
  jobsEveryMs: 10,
  rerunEveryMs: 0,
  rerunsAtMost: 40,
  // Nobody else waits for messages that are held up.
  tidyEveryMs: 3_600_000,
}
const provision: Provision = async ({ instanceId }) => {
  await held
  if (isBroken) throw new Error('the product is broken')
  return soldOut
    ? { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } }
    : { outcome: 'ready', appInfo: { frontEndUrl: `https://a.example/${instanceId}` } }
}

beforeAll(async () => {
  service = await startService({ limits, ports: { provision } })
})
afterAll(() => service.stop())

/** An order whose purchase was refused so often. */
async function refusedOrder(times = 1) {
  soldOut = true
  const order = newOrder()
  for (let n = 0; n < times; n += 1) await storeCall(service, purchaseOf(order))
  soldOut = false
  return order
}

const messagesOf = async (query: string) =>
  (await read(service, 'MessageList', `/messages?limit=200&${query}`)).items
const setStatus = (instanceId: string, status: string) =>
  storeCall(service, { activity: 'updateInstanceStatus', instanceId, status })
const renew = (instanceId: string, order = newOrder()) =>
  storeCall(service, {
    ...{ activity: 'refreshInstance', scene: 'RENEWAL', instanceId, ...order },
    expireTime: '20301118155959',
  })

/** Makes failures of kept successes, as where their answers were lost in a fault of ours. */
async function fail(instanceId: string, activity: string): Promise<void> {
  await sql`update messages set result_code = '000005'
    where instance_id = ${instanceId} and activity = ${activity} and rerun_of is null`.execute(
    service.db,
  )
}

/** As if messages had come so much earlier. */
async function cameEarlier(which: string, than: string): Promise<void> {
  await sql`update messages set received_at = received_at - ${than}::interval
    where ${sql.raw(which)}`.execute(service.db)
}

/** Counts of messages that wait for a look at them. */
const waiting = async () => (await waitingFor('messages', service.db)).filter(isCount)
const isCount = (query: string) => query.includes('received_at::text')

// Where the same stands twice in the contract.
const contract = JSON.parse(readFileSync('generated/management.json', 'utf8')) as Contract
interface Contract {
  paths: { '/api/v1/messages': { get: { parameters: { name?: string; schema?: object }[] } } }
  components: { schemas: { MessageFilter: { properties: Record<string, object> } } }
}
const formOf = ({
  description: _text,
  example: _one,
  'x-extensible': _open,
  ...form
}: Record<string, unknown>) => form
const listSchemas = Object.fromEntries(
  contract.paths['/api/v1/messages'].get.parameters.flatMap(({ name, schema }) =>
    name === undefined ? [] : [[name, formOf({ ...schema })]],
  ),
)
const filterSchemas = Object.fromEntries(
  Object.entries(contract.components.schemas.MessageFilter.properties).map(([name, schema]) => [
    name,
    formOf({ ...schema }),
  ]),
)

describe('a dry run', () => {
  it('counts what would be run, and says of the rest why not, with some of them', async () => {
    const order = await refusedOrder(7)
    const counted = await dryRun(service, { orderId: order.orderId })
    expect(counted).toMatchObject({ id: null, state: 'counted', matched: 7, exact: true, toRun: 1 })
    expect(reasonsOf(counted.skipped)).toEqual({ repeated: 6 })
    const [newest, ...older] = await messagesOf(`orderId=${order.orderId}`)
    expect(counted.skipped[0]?.examples).toEqual(
      older
        .map(({ id }) => id)
        .reverse()
        .slice(0, 5),
    )
    expect(counted.skipped[0]?.examples).not.toContain(newest?.id)
    expect(await messagesOf(`orderId=${order.orderId}`)).toHaveLength(7)
    const audit = await read(service, 'AuditList', '/audit?operation=createMessageReruns')
    expect(audit.items).toEqual([])
  })

  it('passes over what succeeded, was said again with success, is a test or not verified', async () => {
    const order = await refusedOrder()
    await storeCall(service, purchaseOf(order))
    const tested = { ...newOrder(), orderId: order.orderId, testFlag: '1' }
    await storeCall(service, purchaseOf(tested))
    await storeCall(service, purchaseOf(order), { key: 'another' })
    await until(
      () => messagesOf(`orderId=${order.orderId}`),
      ({ length }) => length === 4,
    )
    const counted = await dryRun(service, { orderId: order.orderId })
    expect(reasonsOf(counted.skipped)).toEqual({
      ...{ succeeded: 1, superseded: 1, test: 1, not_verified: 1 },
    })
    expect(counted).toMatchObject({ matched: 4, toRun: 0 })
  })

  it('says how many are of orders that the store may have refunded, since its attempts are over', async () => {
    const [fresh, tried, given] = [
      await refusedOrder(),
      await refusedOrder(2),
      await refusedOrder(),
    ]
    const countOf = async ({ orderId }: { readonly orderId: string }) => {
      const { toRun, mayBeRefunded } = await dryRun(service, { orderId, outcome: 'failure' })
      return [toRun, mayBeRefunded]
    }
    // The first of two attempts counts, for three hours.
    const [, first] = await messagesOf(`orderId=${tried.orderId}`)
    await cameEarlier(`id = '${first?.id ?? ''}'`, '2 hours 59 minutes')
    await cameEarlier(`order_id = '${given.orderId}'`, '3 hours')
    for (const order of [fresh, tried]) expect(await countOf(order)).toEqual([1, 0])
    expect(await countOf(given)).toEqual([1, 1])
    await cameEarlier(`id = '${first?.id ?? ''}'`, '1 minute')
    expect(await countOf(tried)).toEqual([1, 1])
  })

  it('counts a purchase among them once its order was read as an unsubscription', async () => {
    const { orderId } = await refusedOrder()
    expect(await dryRun(service, { orderId })).toMatchObject({ toRun: 1, mayBeRefunded: 0 })
    await sql`update order_lines set order_type = 'UNSUBSCRIBE'
      where order_id = ${orderId}`.execute(service.db)
    expect(await dryRun(service, { orderId })).toMatchObject({ toRun: 1, mayBeRefunded: 1 })
  })

  it('does not count what no refund follows, however old it is', async () => {
    const instanceId = await buy(service)
    await renew(instanceId)
    await fail(instanceId, 'refreshInstance')
    await cameEarlier(`instance_id = '${instanceId}'`, '30 days')
    const counted = await dryRun(service, { instanceId, outcome: 'failure' })
    expect(counted).toMatchObject({ toRun: 1, mayBeRefunded: 0 })
  })

  it('keeps the lines of an order apart, whose messages carry one order id', async () => {
    const order = await refusedOrder()
    await storeCall(service, purchaseOf({ ...order, orderLineId: `${order.orderId}-000002` }))
    expect(await dryRun(service, { orderId: order.orderId })).toMatchObject({ toRun: 1 })
  })

  it('takes calls of which nothing could be read for different ones', async () => {
    const from = new Date().toISOString()
    for (let n = 0; n < 2; n += 1) await storeCall(service, {}, { rawBody: '[]' })
    expect(await dryRun(service, { from })).toMatchObject({ matched: 2, toRun: 2, skipped: [] })
  })

  it('passes over an old FREEZE once a later call has said whether it is frozen, or a renewal came', async () => {
    const [unfrozen, renewed] = [await buy(service), await buy(service)]
    for (const instanceId of [unfrozen, renewed]) {
      await setStatus(instanceId, 'FREEZE')
      await fail(instanceId, 'updateInstanceStatus')
    }
    expect(await dryRun(service, { instanceId: unfrozen, outcome: 'failure' })).toMatchObject({
      toRun: 1,
    })
    await setStatus(unfrozen, 'UNFREEZE')
    await renew(renewed)
    for (const instanceId of [unfrozen, renewed]) {
      const counted = await dryRun(service, { instanceId, outcome: 'failure' })
      expect(reasonsOf(counted.skipped)).toEqual({ superseded: 1 })
    }
  })

  it('passes over what is about a released instance, and re-runs', async () => {
    const instanceId = await buy(service)
    await renew(instanceId)
    const [renewal] = await messagesOf(`instanceId=${instanceId}&activity=refreshInstance`)
    await read(service, 'RerunResult', `/messages/${renewal?.id ?? ''}/rerun`, { method: 'POST' })
    await storeCall(service, { activity: 'releaseInstance', instanceId, ...newOrder() })
    await fail(instanceId, 'refreshInstance')
    const counted = await dryRun(service, { instanceId, activity: 'refreshInstance' })
    expect(reasonsOf(counted.skipped)).toEqual({ released: 1, rerun: 1 })
  })

  it('says "more than" of a set that it could not count, and such a set is not run', async () => {
    const orders = newId('bulk')
    await sql`insert into messages (id, address, family, operation, activity, order_id, test, verified,
        result_code, result_msg, received_at, duration_ms, body, answer)
      select gen_random_uuid(), 'main', 'saas-v2', 'saasV2', 'newInstance', ${orders}, false, true,
        '000005', '', now(), 1, ${service.app.services.vault.encrypt('{}')}, ''
      from generate_series(1, 41)`.execute(service.db)
    const counted = await dryRun(service, { orderId: orders })
    expect(counted).toMatchObject({ matched: 40, exact: false })
    const refused = await tryBegin(service, { orderId: orders })
    expect([refused.status, refused.body['code']]).toEqual([409, 'too-many-messages'])
    expect(refused.body['detail']).toContain('More than 40')
    await sql`delete from messages where order_id = ${orders} and ctid in
      (select ctid from messages where order_id = ${orders} limit 1)`.execute(service.db)
    expect(await dryRun(service, { orderId: orders })).toMatchObject({ matched: 40, exact: true })
  })

  it('is counted one at a time, so that many leave room for whoever looks at something else', async () => {
    const lock = await lockTable(service.databaseUrl, 'messages')
    const counts = Array.from({ length: 8 }, () => dryRun(service, { orderId: 'CS-of-nobody' }))
    await until(waiting, ({ length }) => length > 0)
    for (let n = 0; n < 5; n += 1) expect((await manage(service, '/tokens')).status).toBe(200)
    const looking = await waiting()
    await lock.release()
    expect(looking).toHaveLength(1)
    for (const { matched, exact } of await Promise.all(counts)) {
      expect({ matched, exact }).toEqual({ matched: 0, exact: true })
    }
  })

  it('takes the filters of the list by their names and forms, and no other; one at least', async () => {
    expect(filterSchemas).toEqual(listSchemas)
    const send = (filter: unknown) =>
      manage(service, '/message-reruns', { method: 'POST', body: { filter, dryRun: true } })
    expect(faultyFields(await send({}))).toEqual(['filter'])
    expect(faultyFields(await send({ colour: 'red' }))).toEqual(['filter/colour'])
    expect(faultyFields(await send({ from: 'yesterday' }))).toEqual(['filter/from'])
  })
})

/** Begins a re-run of all that has failed since an order, whose turns wait until they are let go. */
async function beginHeld(orderId: string | undefined) {
  const since = (await messagesOf(`orderId=${orderId ?? ''}`)).at(-1)?.receivedAt ?? ''
  const gate = createDeferred<undefined>()
  held = gate.passed
  const begun = await begin(service, { outcome: 'failure', from: since })
  await until(
    () => sql`select from message_reruns where is_open`.execute(service.db),
    ({ rows }) => rows.length === 1,
  )
  const letGo = () => {
    gate.open(undefined)
    held = undefined
  }
  return { begun, letGo }
}

describe('a re-run of all that match', () => {
  it('runs each once, puts right what can be, and says what was refused and how', async () => {
    const [first, second] = [await refusedOrder(3), await refusedOrder()]
    const since = (await messagesOf(`orderId=${first.orderId}`)).at(-1)?.receivedAt ?? ''
    const filter = { outcome: 'failure', activity: 'newInstance', from: since } as const
    const counted = await dryRun(service, filter)
    expect(counted).toMatchObject({ matched: 4, toRun: 2 })
    const done = await whenEnded(service, await begin(service, filter))
    expect(done).toMatchObject({
      ...{ state: 'done', matched: 4, toRun: 2, waiting: 0, succeeded: 2, failed: 0 },
      ...{ refused: [], skippedSince: [], skipped: counted.skipped, filter },
    })
    for (const { orderId } of [first, second]) {
      const reruns = (await messagesOf(`orderId=${orderId}`)).filter(
        ({ rerunOf }) => rerunOf !== null,
      )
      expect(reruns).toHaveLength(1)
      expect(reruns[0]?.resultCode).toBe('000000')
    }
    const calls = await callsOf(service, done.id)
    expect(calls.map(({ orderId }) => orderId)).toEqual([second.orderId, first.orderId])
    const [made] = await messagesOf(`orderId=${second.orderId}`)
    expect(calls[0]).toMatchObject({ outcome: 'succeeded', rerunMessageId: made?.id })
    expect(await dryRun(service, { ...filter, to: counted.createdAt })).toMatchObject({ toRun: 0 })
  })

  it('tells of those that are refused again their answer', async () => {
    const order = await refusedOrder()
    soldOut = true
    const done = await whenEnded(service, await begin(service, { orderId: order.orderId }))
    soldOut = false
    expect(done).toMatchObject({ succeeded: 0, refused: [{ resultCode: '000106', count: 1 }] })
    const [refused] = await callsOf(service, done.id, '&outcome=refused')
    expect(refused).toMatchObject({ resultCode: '000106', resultMsg: 'sold out' })
    expect(await callsOf(service, done.id, '&outcome=succeeded')).toEqual([])
  })

  it('goes on behind one that cannot be run, which has failed', async () => {
    const order = await refusedOrder()
    const logged = vi.spyOn(service.app.services.log, 'error')
    isBroken = true
    const done = await whenEnded(service, await begin(service, { orderId: order.orderId }))
    isBroken = false
    expect(done).toMatchObject({ state: 'done', succeeded: 0, failed: 1, refused: [] })
    const calls = await callsOf(service, done.id)
    expect(calls).toMatchObject([{ outcome: 'failed', rerunMessageId: null, resultCode: null }])
    const [kept] = await messagesOf(`orderId=${order.orderId}`)
    const why = { err: expect.any(Error) as Error, message: kept?.id }
    expect(logged).toHaveBeenCalledWith(why, 'a message could not be run again')
  })

  it('takes the oldest first, so that what came last about an instance is what stays', async () => {
    const instanceId = await buy(service)
    await setStatus(instanceId, 'FREEZE')
    await renew(instanceId)
    await setStatus(instanceId, 'UNFREEZE')
    await fail(instanceId, 'updateInstanceStatus')
    await fail(instanceId, 'refreshInstance')
    const done = await whenEnded(service, await begin(service, { instanceId, outcome: 'failure' }))
    expect(reasonsOf(done.skipped)).toEqual({ repeated: 1 })
    const calls = await callsOf(service, done.id)
    expect(calls.map(({ activity }) => activity)).toEqual([
      'updateInstanceStatus',
      'refreshInstance',
    ])
    const instance = await read(service, 'InstanceDetail', `/instances/${instanceId}`)
    expect(instance.status).toBe('active')
  })

  it('leaves out what comes while it runs, says of what has changed since why it was passed over, and is the only one', async () => {
    const [first, second] = [await refusedOrder(), await refusedOrder()]
    const since = (await messagesOf(`orderId=${first.orderId}`)).at(-1)?.receivedAt ?? ''
    const filter = { outcome: 'failure', from: since } as const
    const gate = createDeferred<undefined>()
    held = gate.passed
    const begun = await begin(service, filter)
    expect(begun).toMatchObject({ state: 'running', toRun: 2 })
    const again = await tryBegin(service, filter)
    expect([again.status, again.body['code']]).toEqual([409, 'message-rerun-running'])
    // The store comes again by itself, and another purchase fails.
    const bought = storeCall(service, purchaseOf(second))
    gate.open(undefined)
    held = undefined
    await bought
    const late = await refusedOrder()
    const done = await whenEnded(service, begun)
    expect(done).toMatchObject({ state: 'done', toRun: 2, waiting: 0 })
    expect(await callsOf(service, done.id)).toHaveLength(2)
    expect((await messagesOf(`orderId=${late.orderId}`)).map(({ rerunOf }) => rerunOf)).toEqual([
      null,
    ])
  })

  it('passes over, when its turn comes, what was put right or pruned meanwhile', async () => {
    const orders = [await refusedOrder(), await refusedOrder(), await refusedOrder()]
    const [first, second, third] = orders.map(({ orderId }) => orderId)
    const { begun, letGo } = await beginHeld(first)
    await sql`update messages set result_code = '000000' where order_id = ${second ?? ''}`.execute(
      service.db,
    )
    await sql`delete from messages where order_id = ${third ?? ''}`.execute(service.db)
    letGo()
    const done = await whenEnded(service, begun)
    expect(done).toMatchObject({ toRun: 3, succeeded: 1, waiting: 0 })
    expect(reasonsOf(done.skippedSince)).toEqual({ succeeded: 1, gone: 1 })
    expect(
      (await callsOf(service, done.id, '&outcome=skipped')).map(({ reason }) => reason),
    ).toEqual(['gone', 'succeeded'])
  })

  it('goes on behind one that cannot be read when its turn comes, which has failed', async () => {
    const orders = [await refusedOrder(), await refusedOrder(), await refusedOrder()]
    const [first, second] = orders.map(({ orderId }) => orderId)
    const { begun, letGo } = await beginHeld(first)
    await sql`update messages set body = '\\x00' where order_id = ${second ?? ''}`.execute(
      service.db,
    )
    letGo()
    const done = await whenEnded(service, begun)
    expect(done).toMatchObject({ state: 'done', toRun: 3, succeeded: 2, failed: 1, waiting: 0 })
  })

  it('ends when somebody ends it: the call under way comes to its end, and no other begins', async () => {
    const orders = [await refusedOrder(), await refusedOrder()]
    const since = (await messagesOf(`orderId=${orders[0]?.orderId ?? ''}`)).at(-1)?.receivedAt ?? ''
    const gate = createDeferred<undefined>()
    held = gate.passed
    const { id } = await begin(service, { outcome: 'failure', from: since })
    await until(
      () => sql`select from message_reruns where is_open`.execute(service.db),
      ({ rows }) => rows.length === 1,
    )
    const path = `/message-reruns/${id ?? ''}/cancel`
    const cancelled = await read(service, 'MessageRerun', path, { method: 'POST' })
    expect(cancelled).toMatchObject({ state: 'cancelled', waiting: 2 })
    gate.open(undefined)
    held = undefined
    const ended = await until(
      () => rerunOf(service, id),
      ({ waiting }) => waiting === 1,
    )
    expect(ended).toMatchObject({ state: 'cancelled', succeeded: 1 })
    expect((await callsOf(service, id)).map(({ outcome }) => outcome)).toEqual([
      'waiting',
      'succeeded',
    ])
    expect(await read(service, 'MessageRerun', path, { method: 'POST' })).toEqual(ended)
  })

  it('has an entry in the audit with the names of its filters, and one of each call that changes something', async () => {
    const order = await refusedOrder()
    const done = await whenEnded(service, await begin(service, { orderId: order.orderId }))
    const subject = encodeURIComponent(`message-rerun:${done.id ?? ''}`)
    const { items } = await read(service, 'AuditList', `/audit?subject=${subject}`)
    expect(items).toMatchObject([{ operation: 'createMessageReruns', fields: ['orderId'] }])
    const [failed] = (await messagesOf(`orderId=${order.orderId}`)).slice(-1)
    const ofMessage = encodeURIComponent(`message:${failed?.id ?? ''}`)
    const changed = await read(service, 'AuditList', `/audit?subject=${ofMessage}`)
    expect(changed.items).toMatchObject([
      { operation: 'createMessageReruns', token: items[0]?.token, requestId: items[0]?.requestId },
    ])
    const { items: listed } = await read(service, 'MessageRerunList', '/message-reruns?state=done')
    expect(listed[0]).toEqual(done)
  })
})

describe('a turn', () => {
  it('whose end was not written is not run again: its message is there', async () => {
    const order = await refusedOrder()
    const done = await whenEnded(service, await begin(service, { orderId: order.orderId }))
    const before = await messagesOf(`orderId=${order.orderId}`)
    // What a process leaves that is killed after the commit of the call.
    await sql`update message_reruns set state = 'running', turn = 0, is_open = true, succeeded = 0,
      ended_at = null where id = ${done.id}`.execute(service.db)
    const again = await whenEnded(service, done)
    expect({ ...again, updatedAt: '', endedAt: '' }).toEqual({
      ...done,
      updatedAt: '',
      endedAt: '',
    })
    expect(await messagesOf(`orderId=${order.orderId}`)).toEqual(before)
  })

  it('is written once when two processes run it at once, since the first was taken for dead', async () => {
    const order = await refusedOrder()
    const gate = createDeferred<undefined>()
    held = gate.passed
    const begun = await begin(service, { orderId: order.orderId })
    await until(
      () => sql`select from message_reruns where is_open`.execute(service.db),
      ({ rows }) => rows.length === 1,
    )
    const replica = await startService({
      databaseUrl: service.databaseUrl ?? '',
      limits,
      ports: { now: () => new Date(Date.now() + 600_000) },
    })
    const done = await whenEnded(replica, begun)
    gate.open(undefined)
    held = undefined
    await replica.stop()
    // The first one has ended its own attempt when it can take another re-run.
    const other = await refusedOrder()
    await whenEnded(service, await begin(service, { orderId: other.orderId }))
    expect(await rerunOf(service, done.id)).toEqual(done)
    expect(done).toMatchObject({ state: 'done', succeeded: 1 })
    const reruns = (await messagesOf(`orderId=${order.orderId}`)).filter(
      ({ rerunOf }) => rerunOf !== null,
    )
    expect(reruns).toHaveLength(1)
  })
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { openSchemas } from '../harness/contract-schemas.ts'
import { keys } from '../harness/service.ts'
import { storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { faultyFields, manage, read } from '../management/client.ts'
import { outcomesOf, recordOf, report, windowsOf } from './reported.ts'
import { type UsageScene, dayMs, formerKey, hourMs, minuteMs, openUsageScene } from './scene.ts'

let scene: UsageScene
beforeAll(async () => {
  scene = await openUsageScene()
})
afterAll(() => scene.stop())
beforeEach(async () => {
  const { rules } = scene.store.usage
  Object.assign(rules, { keys: [keys.basic], limit: 1_000, refusesAll: undefined, tells: 'list' })
  Object.assign(rules, { instanceOf: () => ({}), faultAt: () => undefined })
  rules.poison.clear()
  // What another test has left behind is nobody's.
  await sql`update usage_windows set state = 'void' where state not in ('taken', 'sending')`.execute(
    scene.service.db,
  )
  await sql`delete from usage_limits`.execute(scene.service.db)
})

const retry = (body: object) => manage(scene.service, '/usage/retry', { method: 'POST', body })
const takenOf = (id: string) => scene.store.usage.taken.filter((one) => one.instanceId === id)
const callsSince = (first: number) => scene.store.usage.calls.slice(first)
const states = (windows: readonly { state: string; code: string | null }[]) =>
  windows.map(({ state, code }) => `${state} ${code ?? ''}`.trim())

async function alarmsOf(key: string, subject: string) {
  const path = `/alarms?key=${key}&subject=${encodeURIComponent(subject)}`
  return (await read(scene.service, 'AlarmList', path)).items
}

const schemas = openSchemas('management')

/** The events of an instance's usage, each as the contract has it. */
async function eventsOf(id: string) {
  const { items } = await read(scene.service, 'EventList', `/events?topic=usage:${id}`)
  for (const { type, timestamp, data } of items) {
    const told = { type, timestamp, data }
    expect(schemas.violations('/components/schemas/UsageEvent', told)).toEqual([])
  }
  return items
}

test('usage is pushed once it is over, signed with the key of its address, and taken to the last decimal', async () => {
  const id = await scene.bought()
  await scene.used(id, 2, { value: '99999999.0001' })
  expect(states(await scene.settled(id))).toEqual(['taken', 'taken'])
  expect(takenOf(id).map(({ value }) => value)).toEqual([999_999_990_001n, 999_999_990_001n])
})

test('queryInstance shows what was used in all, of a package what was drawn from it, unless it is set by hand', async () => {
  const [id, pack] = [await scene.bought(), await scene.bought()]
  await scene.used(id, 2, { value: '0.1' })
  await scene.used(id, 1, {
    value: '0.2',
    packageInstanceId: pack,
    endTime: '2026-11-20T10:30:00Z',
  })
  await scene.settled(id)
  const query = async (instanceId: string) => {
    const timestamp = String(scene.clock.now().getTime())
    const answer = await storeCall(
      scene.service,
      { activity: 'queryInstance', instanceId },
      { timestamp },
    )
    return (answer.body['info'] as { usageInfo?: unknown[] }[])[0]?.usageInfo
  }
  expect(await query(id)).toEqual([{ usageValue: 0.4, statisticalTime: '20261120110000000' }])
  expect(await query(pack)).toEqual([
    { usageValue: 0.2, statisticalTime: '20261120103000000', relatedInstanceId: id },
  ])
  const usageInfo = [{ usageValue: 7, statisticalTime: '2026-11-20T00:00:00Z' }]
  await manage(scene.service, `/instances/${id}/usage-info`, { method: 'PUT', body: { usageInfo } })
  expect(await query(id)).toEqual([{ usageValue: 7, statisticalTime: '20261120000000000' }])
})

test('usage of the last hour is pushed after the release', async () => {
  const id = await scene.bought()
  const closedAt = scene.clock.now()
  const timestamp = String(closedAt.getTime())
  await storeCall(scene.service, { activity: 'releaseInstance', instanceId: id }, { timestamp })
  scene.store.usage.rules.instanceOf = () => ({ closedAt })
  await scene.used(id)
  expect(states(await scene.settled(id))).toEqual(['taken'])
})

test('one poisoned record of 1,000 is found in at most 21 calls, and the others are taken', async () => {
  const ids = [await scene.bought(), await scene.bought()]
  const [id = '', bad = ''] = ids
  scene.store.usage.rules.poison.set(bad, 'MKT.9001')
  await manyWindows(id, 999)
  await scene.used(bad)
  const first = scene.store.usage.calls.length
  const [parked] = await until(
    () => windowsOf(scene.service, bad),
    ([one]) => one?.state === 'parked',
  )
  expect(parked).toMatchObject({ code: 'MKT.9001' })
  await until(
    () => Promise.resolve(takenOf(id).length),
    (taken) => taken === 999,
  )
  expect(callsSince(first).length).toBeLessThanOrEqual(21)
  const told = await until(
    () => eventsOf(bad),
    (events) => events.length > 0,
  )
  expect(told).toMatchObject([{ type: 'usage.parked', data: { windows: 1 } }])
})

test('what is refused for a fault of ours stops after eight records alone, with one alarm and nothing parked', async () => {
  const id = await scene.bought()
  scene.store.usage.rules.refusesAll = 'MKT.0150'
  await manyWindows(id, 100)
  const first = scene.store.usage.calls.length
  scene.pass(2 * minuteMs)
  const [alarm] = await until(
    () => alarmsOf('usage.held_up', 'address:main'),
    ([one]) => one !== undefined,
  )
  expect(alarm?.text).toContain('MKT.0150')
  const calls = callsSince(first)
  expect(calls.filter(({ n }) => n === 1)).toHaveLength(8)
  expect(calls.length).toBeLessThan(30)
  expect(new Set(await allStates(id))).toEqual(new Set(['ready']))
  expect(await eventsOf(id)).toEqual([])
  // Mended: all of it arrives by itself.
  scene.store.usage.rules.refusesAll = undefined
  await scene.passUntil(
    () => takenOf(id).length,
    (taken) => taken === 100,
  )
  await until(
    () => alarmsOf('usage.held_up', 'address:main'),
    ([one]) => one?.clearedAt !== null,
  )
})

test('a duplicate is taken where an attempt had no answer, and parked where none was made before', async () => {
  const [lost, stolen] = [await scene.bought(), await scene.bought()]
  let isFirst = true
  scene.store.usage.rules.faultAt = () => {
    const fault = isFirst ? ('take-and-refuse' as const) : undefined
    isFirst = false
    return fault
  }
  await scene.used(lost)
  await until(
    () => windowsOf(scene.service, lost),
    ([one]) => one?.uncertain === true,
  )
  scene.pass(minuteMs)
  expect(states(await scene.settled(lost))).toEqual(['taken 005'])
  expect(takenOf(lost)).toHaveLength(1)
  scene.store.usage.rules.instanceOf = () => ({})
  await scene.used(stolen)
  await scene.settled(stolen)
  // Somebody else reports the same hour: ours is told and not forgotten.
  await sql`update usage_windows set state = 'void' where instance_id = ${stolen}`.execute(
    scene.service.db,
  )
  await scene.used(stolen)
  const windows = await until(
    () => windowsOf(scene.service, stolen),
    (all) => all.some(({ state }) => state === 'parked'),
  )
  expect(states(windows).toSorted()).toEqual(['parked 010', 'void'])
  expect(await alarmsOf('usage.parked', `instance:${stolen}`)).toHaveLength(1)
})

test('each record of a partial list has its own fate', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => scene.bought()))
  const [good = '', left = '', others = '', prepaid = '', young = '', frozen = ''] = ids
  const known = new Map([
    [good, {}],
    [left, { isOffMarket: true }],
    [others, { isOfOtherSeller: true }],
    [prepaid, { chargingMode: 'PERIOD' }],
    [frozen, { isFrozen: true }],
  ])
  scene.store.usage.rules.instanceOf = (id) => known.get(id)
  await scene.service.db
    .updateTable('sold_instances')
    .set({ created_at: new Date('2026-11-20T09:00:00Z') })
    .where('instance_id', '=', young)
    .execute()
  const call = (activity: string, more = {}) =>
    storeCall(
      scene.service,
      { activity, instanceId: frozen, ...more },
      { timestamp: String(scene.clock.now().getTime()) },
    )
  await call('updateInstanceStatus', { status: 'FREEZE' })
  await report(
    scene.service,
    ids.map((id) => recordOf(id)),
  )
  scene.pass(2 * minuteMs)
  const settled = await Promise.all(ids.map((id) => scene.settled(id)))
  expect(settled.map((windows) => states(windows)[0])).toEqual([
    'taken',
    'parked 006',
    'parked 009',
    'parked 012',
    'held 001',
    'held 013',
  ])
  // The store takes the young one over, and the frozen one is unfrozen.
  known.set(young, {}).set(frozen, {})
  scene.pass(11 * minuteMs)
  await call('updateInstanceStatus', { status: 'UNFREEZE' })
  for (const id of [young, frozen]) {
    await until(
      () => windowsOf(scene.service, id),
      ([one]) => one?.state === 'taken',
    )
  }
})

test('a call carries fewer records once the store has refused so many', async () => {
  const id = await scene.bought()
  scene.store.usage.rules.limit = 100
  const first = scene.store.usage.calls.length
  await manyWindows(id, 450)
  scene.pass(2 * minuteMs)
  await until(
    () => Promise.resolve(takenOf(id).length),
    (taken) => taken === 450,
  )
  const calls = callsSince(first)
  expect(calls.filter(({ answer }) => answer === 'MKT.9003').length).toBeGreaterThan(0)
  await manyWindows(id, 450, 1)
  const second = scene.store.usage.calls.length
  scene.pass(2 * minuteMs)
  await until(
    () => Promise.resolve(takenOf(id).length),
    (taken) => taken === 900,
  )
  expect(callsSince(second).filter(({ answer }) => answer === 'MKT.9003').length).toBeLessThan(8)
  await sql`update usage_limits set records_per_call = null`.execute(scene.service.db)
})

test('a key that is changed over costs no alarm, and one that nobody accepts costs one', async () => {
  const id = await scene.bought()
  scene.store.usage.rules.keys = [formerKey]
  const first = scene.store.usage.calls.length
  await scene.used(id)
  expect(states(await scene.settled(id))).toEqual(['taken'])
  expect(callsSince(first).map(({ answer }) => answer)).toEqual(['MKT.0102', 'MKT.0000'])
  scene.store.usage.rules.keys = ['a key that was never told']
  await scene.used(id, 1, { endTime: '2026-11-20T10:20:00Z' })
  await until(
    () => alarmsOf('usage.held_up', 'address:main'),
    ([one]) => one !== undefined && one.clearedAt === null,
  )
  scene.store.usage.rules.keys = [keys.basic]
  await retry({ instanceId: id })
  expect(new Set(states(await scene.settled(id)))).toEqual(new Set(['taken']))
  await until(
    () => alarmsOf('usage.held_up', 'address:main'),
    (alarms) => alarms.every(({ clearedAt }) => clearedAt !== null),
  )
})

test('a pause that the store asks for is kept, and its errors are only waited out', async () => {
  const id = await scene.bought()
  const faults = [
    { code: 'MKT.0250', status: 429, retryAfter: 300 } as const,
    { code: '94060001' } as const,
    { code: 'MKT.0999' } as const,
  ]
  const moments: number[] = []
  scene.store.usage.rules.faultAt = () => {
    moments.push(scene.clock.now().getTime())
    return faults.shift()
  }
  await scene.used(id)
  const hold = await until(
    () => read(scene.service, 'UsageSummary', '/usage/summary'),
    ({ holds }) => holds.length > 0,
  )
  expect(hold.holds[0]).toMatchObject({ address: null, until: later(5 * minuteMs) })
  expect(moments).toHaveLength(1)
  await scene.passUntil(
    () => takenOf(id).length,
    (taken) => taken === 1,
  )
  const [paused = 0, resumed = 0] = moments
  expect(resumed - paused).toBeGreaterThanOrEqual(5 * minuteMs)
  expect(moments).toHaveLength(4)
  expect(states(await scene.settled(id))).toEqual(['taken'])
})

test('an answer that names records which were not sent settles nothing, and is told', async () => {
  const id = await scene.bought()
  let isFirst = true
  scene.store.usage.rules.faultAt = () => {
    const fault = isFirst ? ('name-others' as const) : undefined
    isFirst = false
    return fault
  }
  await scene.used(id)
  await until(
    () => alarmsOf('usage.answer', 'site:china'),
    (alarms) => alarms.length > 0,
  )
  await scene.passUntil(
    () => takenOf(id).length,
    (taken) => taken > 0,
  )
  expect(states(await scene.settled(id))).toEqual(['taken 005'])
})

test('a record for which the store names others, or fails by itself, for ever waits for an operator at last, and the others are taken', async () => {
  const ids = await Promise.all(Array.from({ length: 4 }, () => scene.bought()))
  const [left = '', right = '', foreign = '', failing = ''] = ids
  const { rules } = scene.store.usage
  rules.faultAt = ({ records }) =>
    records.some(({ instance_id }) => instance_id === foreign) ? 'name-others' : undefined
  rules.poison.set(failing, 'MKT.0999')
  await report(
    scene.service,
    ids.map((id) => recordOf(id)),
  )
  scene.pass(2 * minuteMs)
  const statesNow = async () =>
    (await Promise.all(ids.map((id) => windowsOf(scene.service, id)))).map(
      ([one]) => `${one?.state ?? ''} ${one?.code ?? ''}`,
    )
  const ended = await scene.passUntil(
    statesNow,
    (all) => all[2]?.startsWith('parked') === true && all[0]?.startsWith('taken') === true,
  )
  expect(ended.slice(0, 3)).toEqual([
    expect.stringContaining('taken'),
    expect.stringContaining('taken'),
    'parked unmatched',
  ])
  // Alone it says nothing of itself; with others it is the one that is not taken. They come again and
  // again: who comes while it waits for its next attempt is no company.
  let seconds = 0
  await scene.passUntil(
    async () => {
      seconds += 1
      const endTime = new Date(Date.parse('2026-11-20T10:30:00Z') + seconds * 1_000).toISOString()
      await report(
        scene.service,
        [left, right].map((id) => recordOf(id, { endTime })),
      )
      return statesNow()
    },
    (all) => all[3] === 'parked MKT.0999',
    // A dozen rounds of a pusher and its circuit.
    60_000,
  )
  expect(takenOf(failing)).toEqual([])
})

test('an account that may not push usage holds up its usage, with one alarm, and no order', async () => {
  const id = await scene.bought()
  scene.store.usage.rules.refusesAll = 'MKT.0151'
  await scene.used(id)
  const [alarm] = await until(
    () => alarmsOf('usage.held_up', 'site:china'),
    ([one]) => one !== undefined && one.clearedAt === null,
  )
  expect(alarm?.text).toContain('MKT.0151')
  const { circuit } = scene.service.app.services.stores.of('china')?.standing() ?? {}
  expect(circuit).toBe('closed')
  expect(await allStates(id)).toEqual(['ready'])
  scene.store.usage.rules.refusesAll = undefined
  await scene.passUntil(
    () => takenOf(id).length,
    (taken) => taken === 1,
  )
})

test('the old push names the product, waits for it, and takes 010 after an attempt without answer for taken', async () => {
  const id = await scene.bought('older')
  await scene.used(id)
  expect(states(await scene.settled(id))).toEqual(['held product-unknown'])
  const set = { product_id: 'P-1' }
  await scene.service.db
    .updateTable('sold_instances')
    .set(set)
    .where('instance_id', '=', id)
    .execute()
  let isFirst = true
  scene.store.usage.rules.faultAt = () => {
    const fault = isFirst ? ('take-and-refuse' as const) : undefined
    isFirst = false
    return fault
  }
  scene.pass(11 * minuteMs)
  await until(
    () => windowsOf(scene.service, id),
    ([one]) => one?.uncertain === true,
  )
  scene.pass(minuteMs)
  expect(states(await scene.settled(id))).toEqual(['taken 010'])
  expect(takenOf(id)).toHaveLength(1)
  expect(scene.store.usage.calls.at(-1)).toMatchObject({ form: 'old' })
  // Here what is late is refused.
  expect(outcomesOf(await report(scene.service, [recordOf(id)]))).toEqual(['refused window-closed'])
})

test('usage with tier prices is never summed up', async () => {
  const id = await scene.bought('tiers')
  const answer = await report(scene.service, [recordOf(id), recordOf(id)])
  expect(outcomesOf(answer)).toEqual(['accepted', 'conflict window-taken'])
  scene.pass(2 * minuteMs)
  expect(await scene.settled(id)).toMatchObject([{ value: '1', state: 'taken' }])
})

test('what is parked is pushed again or taken back, one or all that match, counted first', async () => {
  const id = await scene.bought()
  scene.store.usage.rules.instanceOf = (one) => (one === id ? { isOffMarket: true } : {})
  await scene.used(id, 3, { value: '1.5' })
  const [one] = await scene.settled(id)
  const body = { instanceId: id, state: 'parked', dryRun: true }
  const post = (path: string, more: object) =>
    read(scene.service, 'SelectedUsage', path, { method: 'POST', body: more })
  const counted = { windows: 3, records: 3, value: '4.5', skipped: 0, skippedBy: [] }
  expect(await post('/usage/void', body)).toEqual({ ...counted, dryRun: true })
  expect(await post('/usage/void', { meteringSn: one?.meteringSn })).toMatchObject({ windows: 1 })
  scene.store.usage.rules.instanceOf = () => ({})
  expect(await post('/usage/retry', { ...body, dryRun: false })).toMatchObject({ windows: 2 })
  const windows = await until(
    () => windowsOf(scene.service, id),
    (all) => all.every(({ state }) => state === 'taken' || state === 'void'),
  )
  expect(states(windows).toSorted()).toEqual(['taken', 'taken', 'void 006'])
  expect(takenOf(id)).toHaveLength(2)
  const all = { instanceId: id, dryRun: true }
  const left = [
    { reason: 'taken', windows: 2 },
    { reason: 'void', windows: 1 },
  ]
  expect(await post('/usage/retry', all)).toMatchObject({ windows: 0, value: '0', skippedBy: left })
  const nothing = await manage(scene.service, '/usage/void', { method: 'POST', body: {} })
  expect(nothing.status).toBe(400)
  // Of what is void the time is free, and the total is told without it.
  expect(outcomesOf(await report(scene.service, [recordOf(id, hourOf(one))]))).toEqual(['accepted'])
  await until(
    () =>
      sql<{
        value: string
      }>`select value::text from usage_totals where instance_id = ${id}`.execute(scene.service.db),
    ({ rows }) => rows[0]?.value === '3.0000',
  )
})

test('what waits is shown by what expires first, and each day of an instance with what of it waits', async () => {
  const id = await scene.bought()
  await scene.used(id, 1, { value: '0.5' })
  await scene.settled(id)
  scene.store.usage.rules.instanceOf = (one) => (one === id ? { isOffMarket: true } : {})
  await scene.used(id, 3, { value: '1.25', endTime: '2026-11-20T10:30:00Z' })
  // The last hour of a day in Beijing.
  const before = { beginTime: '2026-11-19T15:00:00Z', endTime: '2026-11-19T16:00:00Z' }
  await report(scene.service, [recordOf(id, { ...before, value: '70000000' })])
  await report(scene.service, [recordOf(id, { ...before, endTime: '2026-11-19T15:30:00Z' })])
  scene.pass(2 * minuteMs)
  await scene.settled(id)
  const waiting = async (more: string) =>
    read(scene.service, 'UsageWindowList', `/usage/waiting?limit=2${more}`)
  const first = await waiting('')
  const rest = await waiting(`&cursor=${first.nextCursor ?? ''}`)
  const all = [...first.items, ...rest.items]
  const deadlines = all.map(({ deadline }) => deadline)
  expect(all.map(({ state }) => state)).toEqual(Array.from({ length: all.length }, () => 'parked'))
  expect(all).toHaveLength(4)
  expect(deadlines).toEqual(deadlines.toSorted())
  expect(rest.nextCursor).not.toBeNull()
  const soon = (await waiting(`&until=${deadlines[2] ?? ''}`)).items
  expect(soon.map(({ deadline }) => deadline)).toEqual(deadlines.slice(0, 2))
  const days = (more = '') =>
    read(scene.service, 'UsageDays', `/usage/days?instanceId=${id}${more}`)
  const ended = { expired: 0, expiredValue: '0' }
  expect((await days()).items).toEqual([
    {
      day: '2026-11-19',
      ...ended,
      windows: 2,
      value: '70000001',
      waiting: 2,
      waitingValue: '70000001',
    },
    { day: '2026-11-20', ...ended, windows: 4, value: '4.25', waiting: 3, waitingValue: '3.75' },
  ])
  expect((await days('&until=2026-11-19T16:00:00Z')).items).toMatchObject([{ day: '2026-11-19' }])
  const tooLong = await manage(
    scene.service,
    `/usage/days?instanceId=${id}&from=2026-01-01T00:00:00Z`,
  )
  expect([tooLong.status, faultyFields(tooLong)]).toEqual([400, ['from']])
  // More than the store takes in one record is a sum all the same.
  await report(scene.service, [
    recordOf(id, { ...before, beginTime: '2026-11-19T14:00:00Z', value: '70000000' }),
  ])
  const voiding = { instanceId: id, state: 'parked' }
  scene.pass(2 * minuteMs)
  await scene.settled(id)
  const taken = await manage(scene.service, '/usage/void', { method: 'POST', body: voiding })
  expect(taken.body).toMatchObject({ windows: 6, value: '140000004.75' })
  expect((await days()).items).toMatchObject([{ day: '2026-11-20', windows: 1, value: '0.5' }])
})

test('usage that waits is told of after 14, 18 and 20 days, and given up with its amount before 21', async () => {
  const id = await scene.bought()
  scene.store.usage.rules.instanceOf = (one) => (one === id ? { isOffMarket: true } : {})
  await scene.used(id, 2, { value: '2.5' })
  await scene.settled(id)
  const told: unknown[] = []
  for (const days of [14, 18, 20, 21]) {
    scene.clock.moveTo('2026-11-20 20:05')
    scene.pass(days * dayMs)
    const events = await until(
      () => eventsOf(id),
      (all) => all.length > told.length + 1,
    )
    told.push(events.at(-1))
  }
  expect(told).toMatchObject([
    { type: 'usage.at_risk', data: { days: 14, windows: 2, value: '5' } },
    { type: 'usage.at_risk', data: { days: 18 } },
    { type: 'usage.at_risk', data: { days: 20 } },
    { type: 'usage.expired', data: { windows: 2, records: 2, value: '5', code: '006' } },
  ])
  const [lost] = await alarmsOf('usage.expired', `instance:${id}`)
  expect(lost?.text).toContain('are lost (006')
  const [risk] = await until(
    () => alarmsOf('usage.at_risk', `instance:${id}`),
    ([one]) => one?.clearedAt !== null,
  )
  expect(risk).toBeDefined()
})

test('of what is given up it is told what the store may have taken', async () => {
  scene.clock.moveTo('2026-11-20 20:05')
  const id = await scene.bought()
  await report(scene.service, [recordOf(id, { value: '2.5' })])
  await sql`update usage_windows set state = 'held', uncertain = true,
    next_at = deadline where instance_id = ${id}`.execute(scene.service.db)
  scene.pass(21 * dayMs)
  const [alarm] = await until(
    () => alarmsOf('usage.expired', `instance:${id}`),
    ([one]) => one !== undefined,
  )
  expect(alarm?.text).toContain('as far as is known: of all of them an attempt had no answer')
})

function hourOf(window: { beginTime: string; endTime: string } | undefined) {
  return { beginTime: window?.beginTime ?? '', endTime: window?.endTime ?? '' }
}

function later(ms: number): string {
  return new Date(scene.clock.now().getTime() + ms).toISOString()
}

async function allStates(id: string): Promise<string[]> {
  const rows = await scene.service.db
    .selectFrom('usage_windows')
    .select('state')
    .where('instance_id', '=', id)
    .execute()
  return rows.map(({ state }) => state)
}

/** So many windows of seconds each, closed. */
async function manyWindows(id: string, count: number, from = 0): Promise<void> {
  const first = Date.parse('2026-11-19T00:00:00Z') + from * hourMs
  const at = (seconds: number) => new Date(first + seconds * 1000).toISOString()
  const records = Array.from({ length: count }, (_, second) =>
    recordOf(id, { beginTime: at(second), endTime: at(second + 1) }),
  )
  await report(scene.service, records)
}

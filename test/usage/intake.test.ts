import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { movingClock } from '../harness/moving-clock.ts'
import { type TestService, managementToken, startService } from '../harness/service.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { faultyFields, manage, read } from '../management/client.ts'
import {
  type Report,
  type Reported,
  boughtLongAgo,
  outcomesOf,
  recordOf,
  report,
  windowOf,
  windowsOf,
} from './reported.ts'

const clock = movingClock('2026-11-20 20:30')
let service: TestService
let instanceId: string
beforeAll(async () => {
  service = await startService({ ports: { now: clock.now } })
  instanceId = await bought()
})
afterAll(() => service.stop())

const bought = () => boughtLongAgo(service, clock)

test('sums up the records of one instance, begin and end to the last decimal, whatever their order', async () => {
  const id = await bought()
  const values = ['0.1', '0.2', '0.0003', '1000000']
  await Promise.all(values.map((value) => report(service, [recordOf(id, { value })])))
  const [window, ...others] = await windowsOf(service, id)
  expect(window).toMatchObject({ state: 'open', value: '1000000.3003', records: 4 })
  expect(others).toEqual([])
})

test('takes a record once, however often and with whatever else it comes', async () => {
  const record = recordOf(instanceId, { beginTime: '2026-11-20T09:00:00Z' })
  const first = await report(service, [record])
  const again = await report(service, [recordOf(instanceId), record, record])
  expect(outcomesOf(again).slice(1)).toEqual(['repeated', 'repeated'])
  expect(again.results[1]?.meteringSn).toBe(first.results[0]?.meteringSn)
  const window = await windowOf(service, first.results[0]?.meteringSn)
  expect(window).toMatchObject({ value: '1', records: 1 })
  expect(window.accepted.map(({ recordId }) => recordId)).toEqual([record.recordId])
})

test('takes requests that come at one time together, and each hears of its own records', async () => {
  const ids = [await bought(), await bought()]
  const requests = Array.from({ length: 24 }, (_, at) => {
    const id = ids[at % 2] ?? ''
    return [
      recordOf(id, { value: String(at + 1) }),
      recordOf(id, { value: at % 3 === 0 ? '-1' : '1' }),
    ]
  })
  const answers = await Promise.all(requests.map((records) => report(service, records)))
  for (const [side, id] of ids.entries()) {
    const [window] = await windowsOf(service, id)
    const own = answers.filter((_, at) => at % 2 === side)
    const values = own.map((_, at) => 2 * at + side)
    const good = values.filter((value) => value % 3 !== 0)
    const value = values.reduce((sum, one) => sum + one + 1, 0) + good.length
    expect(window).toMatchObject({ value: String(value), records: 12 + good.length })
    own.forEach((answer, at) => {
      const second = good.includes(values[at] ?? 0) ? 'accepted' : 'refused'
      expect(answer.results.map(({ outcome }) => outcome)).toEqual(['accepted', second])
      expect(answer.results[0]?.meteringSn).toBe(window?.meteringSn)
    })
  }
  expect(await commitsOf(requests.flat())).toBeLessThan(requests.length)
})

test('repeats among the requests that come at one time undo none of the others, nor that they are taken together', async () => {
  const id = await bought()
  const known = recordOf(id)
  await report(service, [known])
  const volley = async () => {
    const fresh = Array.from({ length: 16 }, () => recordOf(id))
    const isRepeating = (at: number) => at % 2 === 0
    const answers = await Promise.all(
      fresh.map((record, at) => report(service, isRepeating(at) ? [record, known] : [record])),
    )
    answers.forEach((answer, at) => {
      const [first = '', ...others] = outcomesOf(answer)
      expect(first).toMatch(/^accepted/)
      expect(others).toEqual(isRepeating(at) ? ['repeated'] : [])
    })
    return commitsOf(fresh.filter((_, at) => !isRepeating(at)))
  }
  // The first ones teach it that there are repeats.
  await until(volley, (count) => count < 8)
  const [window] = await windowsOf(service, id)
  const { rows } = await sql<{ sum: string; records: number }>`
    select sum(value)::text as sum, count(*)::int as records from usage_records
    where instance_id = ${id}`.execute(service.db)
  expect(rows).toEqual([{ sum: `${window?.records}.0000`, records: window?.records }])
})

async function commitsOf(records: readonly Reported[]): Promise<number> {
  const ids = records.flatMap(({ recordId }) => recordId ?? [])
  const { rows } = await sql<{ commits: number }>`
    select count(distinct xmin::text)::int as commits from usage_records
    where record_id = any(${ids})`.execute(service.db)
  return rows[0]?.commits ?? 0
}

test('refuses each bad record with its reason and member, and takes the others of the request', async () => {
  const ended = await bought()
  await release(ended)
  const sound = recordOf(instanceId, { beginTime: '2026-11-20T08:00:00Z' })
  const bad = (more: Partial<Reported>, id = instanceId) => recordOf(id, more)
  const answer = await report(service, [
    sound,
    bad({ beginTime: '2026-11-20T11:00:01Z' }),
    bad({ endTime: '2026-11-20T12:35:01Z' }),
    bad({ beginTime: '2026-10-30T12:30:00Z', endTime: '2026-10-30T13:00:00Z' }),
    bad({ value: '-1' }),
    bad({ value: '0.00001' }),
    bad({ value: '100000000' }),
    bad({ value: '1e3' }),
    bad({ beginTime: '2026-11-20T10:00:00.5Z' }),
    bad({}, 'nobody'),
    bad({ beginTime: '2026-09-01T00:00:00Z' }),
    bad({ endTime: '2026-11-20T12:31:00Z' }, ended),
    bad({ packageInstanceId: 'nobody' }),
    bad({ value: '0' }),
    bad({ value: '99999999.9999', beginTime: '2026-11-20T07:00:00Z' }),
  ])
  expect(outcomesOf(answer)).toEqual([
    'accepted',
    'refused begin-after-end',
    'refused in-the-future',
    'refused too-old',
    'refused negative-value',
    'refused too-many-decimals',
    'refused value-too-large',
    'refused malformed-value',
    'refused not-whole-seconds',
    'refused unknown-instance',
    'refused too-old',
    'refused after-release',
    'refused unknown-package',
    'nothing',
    'accepted',
  ])
  expect(answer.results[5]?.pointer).toBe('#/records/5/value')
  expect(answer).toMatchObject({ accepted: 2, refused: 12, nothing: 1 })
})

test('takes usage up to a clock that is minutes ahead, and of the last hour of a released instance', async () => {
  const ended = await bought()
  await release(ended)
  const answer = await report(service, [
    recordOf(instanceId, { beginTime: '2026-11-20T12:00:00Z', endTime: '2026-11-20T12:35:00Z' }),
    recordOf(ended, { beginTime: '2026-11-20T11:30:00Z', endTime: '2026-11-20T12:30:00Z' }),
    // The first moment that the store still takes.
    recordOf(instanceId, { beginTime: '2026-10-30T12:30:01Z', endTime: '2026-10-30T13:00:00Z' }),
  ])
  expect(outcomesOf(answer)).toEqual(['accepted', 'accepted', 'accepted'])
})

test('an id that comes again is a repeat or a conflict, in another week and in one request too', async () => {
  const record = recordOf(instanceId, {
    beginTime: '2026-11-13T10:00:00Z',
    endTime: '2026-11-13T11:00:00Z',
  })
  const corrected = {
    ...record,
    beginTime: '2026-11-06T10:00:00Z',
    endTime: '2026-11-06T11:00:00Z',
  }
  await report(service, [record])
  const answer = await report(service, [
    record,
    corrected,
    { ...record, value: '2' },
    { ...record, value: '1.0' },
  ])
  expect(outcomesOf(answer)).toEqual([
    'repeated',
    'conflict other-content',
    'conflict other-content',
    'repeated',
  ])
  expect(answer.results[1]?.reason).toContain('beginTime 2026-11-13T10:00:00.000Z')
  const raced = recordOf(instanceId, {
    beginTime: '2026-11-13T12:00:00Z',
    endTime: '2026-11-13T13:00:00Z',
  })
  const other = { ...raced, beginTime: '2026-11-06T12:00:00Z', endTime: '2026-11-06T13:00:00Z' }
  const answers = await Promise.all(
    [raced, other, raced, other].map((one) => report(service, [one])),
  )
  expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1)
  expect(answers.reduce((sum, { conflict }) => sum + conflict, 0)).toBe(2)
})

test('warns where usage of one time comes under several ids', async () => {
  const time = { beginTime: '2026-11-20T06:00:00Z', endTime: '2026-11-20T06:05:00Z' }
  await report(service, [recordOf(instanceId, time)])
  expect(outcomesOf(await report(service, [recordOf(instanceId, time)]))).toEqual([
    'accepted same-time',
  ])
})

test('bills each package its own part of an hour', async () => {
  const id = await bought()
  const [one, other] = [await bought(), await bought()]
  const answer = await report(service, [
    recordOf(id, { packageInstanceId: one, value: '300' }),
    recordOf(id, { packageInstanceId: other, value: '120' }),
    recordOf(id, { packageInstanceId: one, value: '1' }),
  ])
  expect(outcomesOf(answer)).toEqual([
    'accepted same-time',
    'accepted shifted',
    'accepted same-time',
  ])
  const windows = await windowsOf(service, id)
  expect(windows.map(({ packageInstanceId, value }) => ({ packageInstanceId, value }))).toEqual(
    expect.arrayContaining([
      { packageInstanceId: one, value: '301' },
      { packageInstanceId: other, value: '120' },
    ]),
  )
})

test('gives a late record a time of its own, and tells it', async () => {
  const id = await bought()
  const first = await report(service, [recordOf(id)])
  await seal(first.results[0]?.meteringSn)
  const late = await report(service, [recordOf(id, { value: '2' }), recordOf(id, { value: '3' })])
  expect(outcomesOf(late)).toEqual(['accepted shifted', 'accepted shifted'])
  const window = await windowOf(service, late.results[0]?.meteringSn)
  expect(window).toMatchObject({
    value: '5',
    endTime: '2026-11-20T10:59:59.000Z',
    shiftedFrom: { beginTime: '2026-11-20T10:00:00.000Z', endTime: '2026-11-20T11:00:00.000Z' },
  })
  await seal(late.results[0]?.meteringSn)
  const later = await report(service, [recordOf(id)])
  expect((await windowOf(service, later.results[0]?.meteringSn)).endTime).toBe(
    '2026-11-20T10:59:58.000Z',
  )
  const told = await until(
    () => read(service, 'EventList', `/events?topic=usage:${id}`),
    ({ items }) => items.length >= 2,
  )
  expect(told.items.map(({ type, data }) => [type, data['value']])).toEqual([
    ['usage.shifted', '5'],
    ['usage.shifted', '1'],
  ])
})

test('refuses the record that would make a sum too large, and no other one', async () => {
  const id = await bought()
  const answer = await report(service, [
    recordOf(id, { value: '99999999' }),
    recordOf(id, { value: '0.9999' }),
    recordOf(id, { value: '0.0001' }),
  ])
  expect(answer).toMatchObject({ accepted: 2, refused: 1 })
  expect(outcomesOf(answer)).toContain('refused value-too-large')
})

test('an Idempotency-Key stands for the ids that are missing; without both the request is refused', async () => {
  const id = await bought()
  const { recordId: _none, ...record } = recordOf(id)
  const body = { records: [record, { ...record, value: '2' }] }
  const missing = await manage(service, '/usage', { method: 'POST', body })
  expect(faultyFields(missing)).toEqual(['records/0/recordId', 'records/1/recordId'])
  const key = { 'idempotency-key': 'usage-of-10' }
  const [first, again] = [await post(body, key), await post(body, key)]
  expect(again).toEqual(first)
  expect(await windowsOf(service, id)).toMatchObject([{ value: '3', records: 2 }])
  // The answer of the key is forgotten one day, what was taken under it is not.
  await service.db.deleteFrom('idempotency_keys').execute()
  expect(outcomesOf((await post(body, key)) as Report)).toEqual(['repeated', 'repeated'])
})

test('has no place for what is personal or secret', async () => {
  const record = { ...recordOf(instanceId), userName: 'Li Lei' }
  const answer = await manage(service, '/usage', { method: 'POST', body: { records: [record] } })
  expect(faultyFields(answer)).toEqual(['records/0/userName'])
})

test('usage of a test instance is pushed on purpose only, and that of no other one by test: true', async () => {
  const tested = await boughtLongAgo(service, clock, { testFlag: '1' })
  expect(outcomesOf(await report(service, [recordOf(tested)]))).toEqual(['refused test-instance'])
  expect(
    outcomesOf(await report(service, [recordOf(tested), recordOf(instanceId)], { test: true })),
  ).toEqual(['accepted', 'refused not-a-test-instance'])
})

async function post(body: unknown, headers: Readonly<Record<string, string>>) {
  const answer = await sendTo(service, '/api/v1/usage', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${managementToken}`,
      ...headers,
    },
    body: JSON.stringify(body),
  })
  expect(answer.status, answer.text).toBe(200)
  return answer.body as unknown
}

async function release(id: string): Promise<void> {
  const timestamp = String(clock.now().getTime())
  await storeCall(service, { activity: 'releaseInstance', instanceId: id }, { timestamp })
}

async function seal(meteringSn: string | null | undefined): Promise<void> {
  await service.db
    .updateTable('usage_windows')
    .set({ state: 'ready' })
    .where('metering_sn', '=', meteringSn ?? '')
    .execute()
}

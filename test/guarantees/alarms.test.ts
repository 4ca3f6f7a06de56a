import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { clearAlarm, raiseAlarm } from '../../src/calls/alarms.ts'
import { lengths } from '../../src/contract/index.ts'
import { persist, persistIn } from '../../src/calls/persist.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { manage, read } from '../management/client.ts'

let service: TestService
let replica: TestService
let subject: string

beforeAll(async () => {
  service = await startService()
  replica = await startService({ databaseUrl: String(service.databaseUrl) })
})
afterAll(async () => {
  await replica.stop()
  await service.stop()
})
beforeEach(() => {
  subject = `instance:${newId()}`
})

const raised = (text = 'It is not known here.') => raiseAlarm('instance.unknown', subject, text)
const raise = (on = service) => persist({ alarms: [raised()] }, on.app.services)
const alarmsOf = async (filter = '') =>
  (await read(service, 'AlarmList', `/alarms?subject=${subject}${filter}`)).items

test('of one cause there is one alarm, counted and logged once, whatever replica meets it', async () => {
  const warnings = [service, replica].map(({ app }) => vi.spyOn(app.services.log, 'warn'))
  const logged = () =>
    warnings.flatMap(({ mock }) => mock.calls.filter(([fields]) => isAbout(fields, subject)))
  await Promise.all(Array.from({ length: 20 }, (_, n) => raise(n % 2 === 0 ? service : replica)))
  await until(
    () => Promise.resolve(logged().length),
    (count) => count > 0,
  )
  await raise()
  expect(await alarmsOf()).toMatchObject([
    { key: 'instance.unknown', subject, text: 'It is not known here.', count: 21, clearedAt: null },
  ])
  await Promise.all([service, replica].map(({ app }) => app.services.background.ended(5_000)))
  expect(logged()).toEqual([[{ alarm: 'instance.unknown', subject }, 'It is not known here.']])
})

function isAbout(fields: unknown, subject: string): boolean {
  return typeof fields === 'object' && fields !== null && Reflect.get(fields, 'subject') === subject
}

test('an alarm tells what happened last, and since when', async () => {
  await raise()
  const [first] = await alarmsOf()
  await persist({ alarms: [raised('It was asked for again.')] }, service.app.services)
  const [second] = await alarmsOf()
  expect(second).toMatchObject({ since: first?.since, text: 'It was asked for again.', count: 2 })
  expect(second?.updatedAt).not.toBe(first?.updatedAt)
})

test('an alarm is cut to what may be shown of it, and ends by the subject that it was raised for', async () => {
  const whole = `instance:${newId()}${'i'.repeat(lengths.alarmSubject)}`
  subject = whole.slice(0, lengths.alarmSubject)
  // An emoji on the border is not cut in two.
  const text = `${'t'.repeat(lengths.alarmText - 1)}😀`
  const alarm = raiseAlarm('instance.unknown', whole, text)
  await persist({ alarms: [alarm] }, service.app.services)
  const shown = `${'t'.repeat(lengths.alarmText - 1)}\uFFFD`
  expect(await alarmsOf()).toMatchObject([{ text: shown, clearedAt: null }])
  await persist({ alarms: [clearAlarm('instance.unknown', whole)] }, service.app.services)
  expect(await alarmsOf('&cleared=false')).toEqual([])
})

test('an alarm is written with what it tells of, or not at all', async () => {
  const claim = {
    site: 'china',
    testAddress: '',
    kind: 'saas',
    activity: 'refreshInstance',
    claimKey: newId('claim'),
    instanceId: null,
  } as const
  const changes = { claim, alarms: [raised()] }
  await persist(changes, service.app.services)
  await expect(persist(changes, replica.app.services)).rejects.toThrow()
  expect(await alarmsOf()).toMatchObject([{ count: 1 }])
  const { db } = service.app.services
  const broken = inTransaction(db, async (transaction) => {
    await persistIn(transaction, { alarms: [raised()] }, service.app.services)
    throw new Error('it breaks after that')
  })
  await expect(broken).rejects.toThrow('it breaks after that')
  expect(await alarmsOf()).toMatchObject([{ count: 1 }])
})

test('a cleared alarm is kept, and its cause raises a new one when it comes again', async () => {
  await raise()
  await persist({ alarms: [clearAlarm('instance.unknown', subject)] }, service.app.services)
  expect(await alarmsOf('&cleared=false')).toEqual([])
  await raise()
  expect(await alarmsOf()).toMatchObject([
    { clearedAt: null, count: 1 },
    { clearedAt: expect.any(String) as string, count: 1 },
  ])
})

test('an operator clears an alarm once, and reads it afterwards', async () => {
  await raise()
  const [open] = await alarmsOf()
  const path = `/alarms/${open?.id ?? ''}`
  const cleared = await read(service, 'Alarm', `${path}/clear`, { method: 'POST' })
  expect(cleared).toMatchObject({ id: open?.id, clearedAt: expect.any(String) as string })
  expect(await read(service, 'Alarm', `${path}/clear`, { method: 'POST' })).toEqual(cleared)
  expect(await read(service, 'Alarm', path)).toEqual(cleared)
  const unknown = await manage(service, `/alarms/${crypto.randomUUID()}/clear`, { method: 'POST' })
  expect(unknown.status).toBe(404)
})

test('the metrics count open alarms by key', async () => {
  const openUsers = async () => {
    const { text } = await sendTo(replica, '/metrics')
    return Number(/^koogate_alarms\{key="kit\.users"\} (\d+)$/m.exec(text)?.[1] ?? 0)
  }
  const before = await openUsers()
  const alarm = raiseAlarm('kit.users', subject, 'Some were not taken.')
  await persist({ alarms: [alarm] }, service.app.services)
  await persist({ alarms: [alarm] }, service.app.services)
  expect(await openUsers()).toBe(before + 1)
  await persist({ alarms: [clearAlarm('kit.users', subject)] }, service.app.services)
  expect(await openUsers()).toBe(before)
})

test('a change of a real instance that nobody here has sold is refused, and is one alarm', async () => {
  const instanceId = newId()
  const calls = [
    { activity: 'releaseInstance', orderId: newId() },
    { activity: 'releaseInstance', orderId: newId() },
    { activity: 'releaseInstance', orderId: newId() },
  ]
  for (const call of calls) {
    const { body } = await storeCall(service, { ...call, instanceId })
    expect(body['resultCode']).toBe('000003')
  }
  subject = `instance:${instanceId}`
  const text = 'the store named an unknown instance at main'
  expect(await alarmsOf()).toMatchObject([{ key: 'instance.unknown', text, count: 3 }])
})

test('and to a test call it is a success without an alarm', async () => {
  const instanceId = newId()
  const call = { activity: 'releaseInstance', orderId: newId(), instanceId, testFlag: '1' }
  expect((await storeCall(service, call)).body['resultCode']).toBe('000000')
  subject = `instance:${instanceId}`
  expect(await alarmsOf()).toEqual([])
})

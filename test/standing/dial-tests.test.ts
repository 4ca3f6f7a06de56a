import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { movingClock } from '../harness/moving-clock.ts'
import { type TestService, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { manage, read } from '../management/client.ts'
import { roundsOf } from './rounds.ts'

// `late` is tested from the third day on, `early` in the mornings only; nobody wants to hear of `quiet`.
const addresses = {
  main: { basicKey: 'key-of-main' },
  quiet: { basicKey: 'key-of-quiet', dialTestWatch: 'off' },
  late: { basicKey: 'key-of-late' },
  early: { basicKey: 'key-of-early' },
}
type Name = keyof typeof addresses

const clock = movingClock('2026-11-01 00:30')
const folder = mkdtempSync(join(tmpdir(), 'koogate-dial-tests-'))
let service: TestService

beforeAll(async () => {
  const file = join(folder, 'koogate.yaml')
  writeFileSync(file, JSON.stringify({ addresses }))
  service = await startService({
    settings: { KOOGATE_CONFIG_FILE: file },
    ports: { now: clock.now },
    limits: { tidyEveryMs: 50 },
  })
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true })
})

const signedNow = (address: Name) => ({
  address,
  key: addresses[address].basicKey,
  timestamp: String(clock.now().getTime()),
})

async function dialTest(...names: Name[]): Promise<void> {
  for (const name of names) {
    const { body } = await storeCall(
      service,
      purchaseOf(newOrder(), { testFlag: '1' }),
      signedNow(name),
    )
    expect(body['resultCode']).toBe('000000')
  }
}

async function failedDialTest(name: Name): Promise<void> {
  const { orderLineId: _, ...members } = purchaseOf(newOrder(), { testFlag: '1' })
  const { body } = await storeCall(service, members, signedNow(name))
  expect(body['resultCode']).toBe('000002')
}

const openAlarms = async () =>
  (await read(service, 'AlarmList', '/alarms?cleared=false')).items
    .filter(({ key }) => key.startsWith('dialtest.'))
    .map(({ key, subject, count }) => `${key} ${subject} ${count}`)
const standingOf = async (name: Name) =>
  (await read(service, 'Standing', '/standing')).addresses.find(({ address }) => address === name)

/** What is open once everything that was noted has been judged twice. */
async function judged(): Promise<string[]> {
  await read(service, 'Standing', '/standing')
  await roundsOf(service, 'watch-dial-tests', 2)
  return (await openAlarms()).toSorted()
}

test('an address that was tested on three days has an alarm when a test stays out, until one comes', async () => {
  for (const day of ['01', '02', '03']) {
    clock.moveTo(`2026-11-${day} 09:10`)
    await dialTest('main', 'quiet', 'early', ...(day === '03' ? ['late' as const] : []))
    expect(await judged()).toEqual([])
    clock.moveTo(`2026-11-${day} 15:10`)
    await dialTest('main', 'quiet', ...(day === '03' ? ['late' as const] : []))
  }
  clock.moveTo('2026-11-04 11:59')
  expect(await judged()).toEqual([])
  clock.moveTo('2026-11-04 12:06')
  expect(await judged()).toEqual([
    'dialtest.missed address:early 1',
    'dialtest.missed address:main 1',
  ])
  const { items } = await read(service, 'AlarmList', '/alarms?subject=address:main')
  expect(items[0]?.text).toMatch(/in the morning of 2026-11-04 \(Beijing\); failing day 1 in a row/)
  expect((await standingOf('main'))?.halfDays[0]).toMatchObject({ half: 'afternoon', calls: 0 })
  await dialTest('main', 'early')
  expect(await judged()).toEqual([])
  clock.moveTo('2026-11-05 00:06')
  expect(await judged()).toEqual([])
})

test('each further half day without a test counts once, and what is cleared by hand stays so till then', async () => {
  clock.moveTo('2026-11-05 12:06')
  expect(await judged()).toContain('dialtest.missed address:main 1')
  const { items } = await read(service, 'AlarmList', '/alarms?subject=address:main&cleared=false')
  clock.moveTo('2026-11-06 00:06')
  expect(await judged()).toContain('dialtest.missed address:main 2')
  await manage(service, `/alarms/${items[0]?.id ?? ''}/clear`, { method: 'POST' })
  expect((await judged()).filter((alarm) => alarm.includes('main'))).toEqual([])
  clock.moveTo('2026-11-06 09:00')
  await dialTest('main')
})

test('a test call that fails raises an alarm of its own, which a half day without a failure clears', async () => {
  for (const day of ['07', '08', '09']) {
    clock.moveTo(`2026-11-${day} 09:00`)
    await dialTest('main', 'quiet')
  }
  clock.moveTo('2026-11-10 09:00')
  await dialTest('main')
  for (const name of ['main', 'quiet', 'late'] as const) await failedDialTest(name)
  const failed = (alarms: readonly string[]) => alarms.filter((one) => one.includes('.failed'))
  expect(failed(await judged())).toEqual(['dialtest.failed address:main 1'])
  const standing = await standingOf('main')
  expect(standing).toMatchObject({ watched: true, failingDays: 1 })
  expect(standing?.halfDays[0]).toMatchObject({
    day: '2026-11-10',
    half: 'morning',
    calls: 2,
    failed: 1,
    failure: { activity: 'newInstance', resultCode: '000002' },
  })
  expect(await standingOf('quiet')).toMatchObject({ watched: false, failingDays: 1 })

  clock.moveTo('2026-11-11 09:00')
  await failedDialTest('main')
  expect(failed(await judged())).toEqual(['dialtest.failed address:main 2'])
  const { items } = await read(service, 'AlarmList', '/alarms?key=dialtest.failed')
  expect(items[0]?.text).toMatch(
    /^1 of 1 test calls .* newInstance with 000002; failing day 2 in a/,
  )

  clock.moveTo('2026-11-11 15:00')
  await dialTest('main')
  expect(failed(await judged())).toHaveLength(1)
  clock.moveTo('2026-11-11 15:11')
  await until(openAlarms, (alarms) => failed(alarms).length === 0)
})

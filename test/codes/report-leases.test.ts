import { expect, test } from 'vitest'
import type { Services } from '../../src/calls/services.ts'
import { codeAt } from '../../src/calls/codes/code-at.ts'
import { noteUse } from '../../src/calls/codes/note-use.ts'
import { reportCodeUses } from '../../src/jobs/report-code-uses.ts'
import { createDeferred } from '../harness/deferred.ts'
import { movingClock } from '../harness/moving-clock.ts'
import { until } from '../harness/until.ts'
import { activate, codeService, newCode } from './code-service.ts'

// The statistics of use have no id that the store knows a repeat by: of several workers one reports.

const clock = movingClock('2026-11-26 09:30')
const secondMs = 1_000
// The worker of the service comes to nothing: the tests are the workers.
const the = codeService(clock, { tidyEveryMs: 3_600_000 })
const services = () => the.service.app.services
const reports = () => the.store.codes.calls.filter(({ call }) => call === 'report')
const whenReported = (count: number) =>
  until(
    () => Promise.resolve(reports()),
    (list) => list.length >= count,
  )

/** A code that a client uses. */
async function usedCode(client = 'anna'): Promise<string> {
  const code = newCode()
  the.store.codes.sell(code)
  await activate(the, [code])
  await noteUse(
    codeAt({ site: 'china', address: 'main' }, code, services().vault),
    { client },
    services(),
  )
  return code
}

const work = (by: Services = services()) => reportCodeUses(by).run()

/** A worker that hears of its first calls to the store, so many, only when each is let through. */
function slowWorker(calls: number) {
  const answers = Array.from({ length: calls }, () => createDeferred<undefined>())
  const waiting = answers.values()
  const real = services().stores
  const of: typeof real.of = (site) => {
    const client = real.of(site)
    if (client === undefined) return undefined
    const call: typeof client.call = async (...request) => {
      const answer = await client.call(...request)
      await waiting.next().value?.passed
      return answer
    }
    return { ...client, call }
  }
  const done = work({ ...services(), stores: { ...real, of } })
  return { done, letThrough: (at: number) => answers[at]?.open(undefined) }
}

test('while one worker waits for the store no other reports the same, and it is reported once', async () => {
  const before = reports().length
  const code = await usedCode()
  const slow = slowWorker(1)
  await whenReported(before + 1)
  clock.moveBy(59 * secondMs)
  await work()
  slow.letThrough(0)
  await slow.done
  await work()
  expect(reports().slice(before)).toMatchObject([{ codes: [code], answer: '92020000' }])
})

test('after its lease another reports the same client, and a first one that fails late changes nothing', async () => {
  const before = reports().length
  const code = await usedCode()
  the.store.codes.fail('report', 'refuse')
  const slow = slowWorker(1)
  await whenReported(before + 1)
  clock.moveBy(61 * secondMs)
  await work()
  slow.letThrough(0)
  await slow.done
  clock.moveBy(61 * secondMs)
  await work()
  const usage = { license: code, software_usage_Info: [{ id: 'anna' }] }
  expect(reports().slice(before)).toMatchObject([
    { answer: 'refuse', body: { usage_info: [usage] } },
    { answer: '92020000', body: { usage_info: [usage] } },
  ])
})

test('codes that are reported one by one stay with their worker, however long all of them take', async () => {
  const before = reports().length
  const codes = [await usedCode(), await usedCode(), await usedCode()]
  the.store.codes.fail('report', '92020020')
  const slow = slowWorker(3)
  for (const at of [0, 1, 2]) {
    await whenReported(before + at + 1)
    clock.moveBy(40 * secondMs)
    await work()
    slow.letThrough(at)
  }
  await slow.done
  const [together, ...alone] = reports().slice(before)
  expect(new Set(together?.codes)).toEqual(new Set(codes))
  expect(alone.map((one) => one.codes).toSorted()).toEqual(codes.map((code) => [code]).toSorted())
})

import { afterEach, expect, inject, test } from 'vitest'
import { createDatabase } from '../harness/postgres.ts'
import { serviceProcess } from '../harness/process.ts'
import { scale } from '../harness/scale.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { memoryOf, startOfPeak } from './cost.ts'
import { wrongSignature } from './hostile-bodies.ts'
import { openConnection } from './raw-request.ts'
import { defaultLimits } from '../../src/limits.ts'

const mebibyte = 1024 * 1024
let service: Pick<TestService, 'stop'> | undefined
afterEach(() => service?.stop())

function half(length: number): Buffer {
  const { query, headers } = wrongSignature()
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `POST /main/saas/produceAPI/v2/allOrgSync?${query} HTTP/1.1\r\nhost: x\r\n${fields.join('')}content-length: ${length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.alloc(length - 1024, '1')])
}

test('bodies that never end are refused beyond their budget, and end with the time-out; others are served', async () => {
  const limits = { headMs: 1_000, requestMs: 3_000, checkMs: 50 }
  const one = await serviceProcess(
    await createDatabase(inject('postgresUrl')),
    { NODE_OPTIONS: '--max-semi-space-size=16' },
    { limits },
  )
  service = { stop: () => one.stop().then(() => undefined) }
  one.launch()
  await one.ready()
  await buy(one)
  const before = startOfPeak(one.pid)
  const more = (name: 'VmRSS' | 'VmHWM') => (memoryOf(one.pid, name) - before) / 1024
  const start = performance.now()
  const sent = half(10 * mebibyte)
  const connections = Array.from({ length: scale.halfBodies }, () => openConnection(one, sent))
  await buy(one)
  const answers = await Promise.all(connections.map(({ closed }) => closed))
  const seconds = Math.round((performance.now() - start) / 1_000)
  // Of the budget that one gives back, when its time is over, another may take.
  const refused = answers.filter((text) => text.includes('"resultCode":"000005"')).length
  expect(refused).toBeGreaterThan(scale.halfBodies / 4)
  expect(answers.filter((text) => text.includes('408')).length).toBeGreaterThan(0)
  // What is gathered, what it is copied from as it grows, and what is read and dropped.
  expect(more('VmHWM') * mebibyte).toBeLessThan(3 * defaultLimits.bodyBytes)
  expect(seconds).toBeLessThan(20)
  // The allocator gives back in its own time; what is kept is less than what was received at once.
  await until(
    () => Promise.resolve(more('VmRSS')),
    (mebibytes) => mebibytes * mebibyte < 2 * defaultLimits.bodyBytes,
  )
})

test('a connection beyond the limit is closed as it comes', async () => {
  const limited = await startService({ limits: { connections: 2 } })
  service = limited
  const get = 'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n'
  const kept = [1, 2].map(() => openConnection(limited, get))
  await Promise.all(
    kept.map(({ socket }) => new Promise((resolve) => socket.once('data', resolve))),
  )
  expect(await openConnection(limited, get).closed).toBe('')
  for (const { socket } of kept) socket.destroy()
})

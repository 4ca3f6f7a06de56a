import { afterAll, beforeAll, expect, test } from 'vitest'
import { pruneJobs } from '../../src/db/job/jobs.ts'
import { housekeeping } from '../../src/jobs/housekeeping.ts'
import { type RecurringJob, startRecurring } from '../../src/jobs/recurring.ts'
import { createNoted } from '../../src/calls/noted.ts'
import { type TestService, startService } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import { listener, numbers, waiting, want } from './scene.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const start = (jobs: readonly RecurringJob[], told = listener()) =>
  startRecurring(jobs, { ...service.app.services, log: told.log }, told.count)

test('a recurring job that fails is logged, counted and done again', async () => {
  const told = listener()
  const refused = Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })
  const failures = [new TypeError('a defect'), refused]
  const run = () => {
    const failure = failures.shift()
    return failure === undefined ? Promise.resolve() : Promise.reject(failure)
  }
  const recurring = start([{ name: 'tidy', everyMs: 5, run }], told)
  await until(
    () => Promise.resolve(told.counted),
    (counted) => counted.length > 3,
  )
  await recurring.stop()
  expect(told.counted.slice(0, 4)).toEqual(['tidy defect', 'tidy failed', 'tidy done', 'tidy done'])
  expect(told.lines).toMatchObject([
    { level: 50, job: 'tidy', err: { message: 'a defect' } },
    { level: 40, job: 'tidy', error: 'gone' },
  ])
})

test('a recurring job is never done twice at once, and what belongs to the end once more at a stop', async () => {
  let [atOnce, most, runs] = [0, 0, 0]
  const slow = async () => {
    most = Math.max(most, ++atOnce)
    await new Promise((done) => setTimeout(done, 20))
    atOnce -= 1
    runs += 1
  }
  const recurring = start([{ name: 'slow', everyMs: 1, atStop: true, run: slow }])
  await until(
    () => Promise.resolve(runs),
    (count) => count >= 3,
  )
  await recurring.stop()
  expect([most, atOnce]).toEqual([1, 0])
  const once = { name: 'last', everyMs: 3_600_000, run: slow }
  const before = runs
  await start([once]).stop()
  expect(runs).toBe(before)
  await start([{ ...once, atStop: true }]).stop()
  expect(runs).toBe(before + 1)
})

test('a job that nobody did for 30 days is dropped, and that is logged', async () => {
  const { db, services } = { db: service.db, services: service.app.services }
  const now = new Date()
  const ago = (days: number) => new Date(now.getTime() - days * 24 * 3600_000)
  await want(db, numbers(2), ago(31))
  await want(db, numbers(1), ago(29))
  const told = listener()
  const jobs = housekeeping({ ...services, log: told.log }, createNoted())
  await jobs.find(({ name }) => name === 'prune-jobs')?.run()
  expect(await waiting(db)).toHaveLength(1)
  expect(told.lines).toMatchObject([{ level: 40, pruned: 2 }])
  expect(await pruneJobs(db, now)).toBe(1)
})

import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Services } from '../../src/calls/services.ts'
import { claimJobs, deleteJob, postponeJob } from '../../src/db/job/jobs.ts'
import { RetryLaterError } from '../../src/jobs/retry-later-error.ts'
import type { Worker } from '../../src/jobs/worker.ts'
import { defaultLimits } from '../../src/limits.ts'
import { databases } from '../harness/scale.ts'
import { type TestService, startService } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import {
  listener,
  numbered,
  numbers,
  startReplica as startWorkerOf,
  waiting,
  want,
} from './scene.ts'

const limits = { ...defaultLimits, jobsEveryMs: 20, lastJobsMs: 200 }
const second = 1_000
const leaseMs = defaultLimits.jobLeaseMs

describe.each(databases)('jobs on the %s database', (database) => {
  let service: TestService
  let services: Services
  const replicas: Worker[] = []
  const startReplica = (...options: Parameters<typeof startWorkerOf>) => {
    const replica = startWorkerOf(...options)
    replicas.push(replica)
    return replica
  }
  /** The clock of all replicas; it stands still. */
  const time = new Date()
  const later = (ms: number) => new Date(time.getTime() + ms)

  beforeAll(async () => {
    service = await startService({ database })
    services = { ...service.app.services, limits, now: () => time }
  })
  afterAll(() => service.stop())
  afterEach(async () => {
    await Promise.all(replicas.splice(0).map((replica) => replica.stop()))
    await sql`delete from jobs`.execute(service.db)
  })

  const allDone = () =>
    until(
      () => waiting(service.db),
      (rows) => rows.length === 0,
    )

  test('are done once each by two replicas, and never more at once than each may', async () => {
    const runs: number[] = []
    let [atOnce, most] = [0, 0]
    const job = numbered(async ({ n }) => {
      most = Math.max(most, ++atOnce)
      runs.push(n)
      await new Promise((done) => setImmediate(done))
      atOnce -= 1
    })
    await want(service.db, numbers(200), time)
    startReplica(services, [job])
    startReplica(services, [job])
    await allDone()
    expect(runs.sort((a, b) => a - b)).toEqual(numbers(200).map((_, n) => n))
    expect(most).toBeLessThanOrEqual(6)
    expect(most).toBeGreaterThan(1)
  })

  test('are begun at the first look, the newest first', async () => {
    const runs: number[] = []
    const job = numbered(({ n }) => Promise.resolve(void runs.push(n)), { atOnce: 1 })
    for (const n of [1, 2, 3]) {
      await want(service.db, [{ queue: 'numbered', data: { n } }], later(n - 3))
    }
    const replica = startReplica(services, [job])
    await allDone()
    await replica.stop()
    expect(runs).toEqual([3, 2, 1])
  })

  test.each([
    ['a defect', { n: 1 }, new TypeError('n is not a function'), 'defect', 50],
    ['data that no version of ours wrote', { n: 'one' }, undefined, 'defect', 50],
    ['a store that is away', { n: 1 }, new RetryLaterError('unreachable'), 'failed', 40],
  ] as const)(
    'that fail by %s are logged, counted and tried again later',
    async (_what, data, error, outcome, level) => {
      const told = listener()
      const job = numbered(() => (error === undefined ? Promise.resolve() : Promise.reject(error)))
      await want(service.db, [{ queue: 'numbered', data }], time)
      const replica = startReplica(services, [job], { told })
      const [row] = await until(
        () => waiting(service.db),
        ([one]) => one?.last_error !== null,
      )
      await replica.stop()
      expect(told.counted).toEqual([`numbered ${outcome}`])
      const [line, ...others] = told.lines
      expect(others).toEqual([])
      expect(line).toMatchObject({
        level,
        job: 'numbered',
        attempt: 1,
        id: expect.any(String) as string,
      })
      if (outcome === 'defect')
        expect(line?.['err']).toMatchObject({ stack: expect.stringContaining(' at ') as string })
      expect(row?.attempts).toBe(1)
      const pause = Number(row?.next_at) - time.getTime()
      expect(pause).toBeGreaterThanOrEqual(1_600)
      expect(pause).toBeLessThanOrEqual(2_400)
    },
  )

  test('that failed do not keep a message that the database cannot hold', async () => {
    const job = numbered(() => Promise.reject(new RetryLaterError('a\0b\ud800')))
    await want(service.db, numbers(1), time)
    const replica = startReplica(services, [job])
    const rows = await until(
      () => waiting(service.db),
      ([one]) => one?.last_error !== null,
    )
    await replica.stop()
    expect(rows[0]?.last_error).toBe('a\ufffdb\ufffd')
  })

  test('are given up, loudly, after a thousand attempts', async () => {
    const told = listener()
    const job = numbered(() => Promise.reject(new RetryLaterError('unreachable')))
    await want(service.db, numbers(1), time)
    await sql`update jobs set attempts = 999`.execute(service.db)
    const replica = startReplica(services, [job], { told })
    const rows = await until(
      () => waiting(service.db),
      ([one]) => one?.given_up === true,
    )
    await replica.stop()
    expect(rows).toMatchObject([{ attempts: 1_000, last_error: 'unreachable' }])
    expect(told.counted).toEqual(['numbered given_up'])
    expect(told.lines).toMatchObject([{ level: 50, msg: 'job given up' }])
  })

  test('of a process that was killed are done by another once the lease is over, not before', async () => {
    const runs: number[] = []
    const job = numbered(({ n }) => Promise.resolve(void runs.push(n)))
    await want(service.db, numbers(3), time)
    const due = { queue: 'numbered', attempted: false, newestFirst: true, limit: 50 }
    const claimed = await claimJobs(service.db, { ...due, now: time, leaseUntil: later(leaseMs) })
    expect(claimed).toHaveLength(3)
    const early = await claimJobs(service.db, {
      ...due,
      attempted: true,
      now: later(leaseMs - 1),
      leaseUntil: later(2 * leaseMs),
    })
    expect(early).toEqual([])
    const replica = startReplica(services, [job], { now: () => later(leaseMs) })
    await allDone()
    await replica.stop()
    expect(runs.sort()).toEqual([0, 1, 2])
  })

  test('whose lease was over belong to who claimed them since', async () => {
    await want(service.db, numbers(1), time)
    const due = { queue: 'numbered', newestFirst: true, limit: 50 }
    const [slow] = await claimJobs(service.db, {
      ...due,
      attempted: false,
      now: time,
      leaseUntil: later(leaseMs),
    })
    const [next] = await claimJobs(service.db, {
      ...due,
      attempted: true,
      now: later(leaseMs),
      leaseUntil: later(2 * leaseMs),
    })
    if (slow === undefined || next === undefined) throw new Error('not claimed')
    await deleteJob(service.db, slow)
    await postponeJob(service.db, slow, { nextAt: time, error: 'late' })
    expect(await waiting(service.db)).toMatchObject([{ attempts: 2, last_error: null }])
    await deleteJob(service.db, next)
    expect(await waiting(service.db)).toEqual([])
  })

  test('are given back at a stop, and what ends in time is done', async () => {
    const begun = Promise.withResolvers<undefined>()
    const told = listener()
    const job = numbered(
      async ({ n }, signal) => {
        if (n === 4) return begun.promise
        begun.resolve(undefined)
        await new Promise((_, broken) =>
          signal.addEventListener('abort', () => broken(new Error('stopped'))),
        )
      },
      { atOnce: 2 },
    )
    for (const { queue, data } of numbers(5))
      await want(service.db, [{ queue, data }], later(-5 + (data as { n: number }).n))
    const replica = startReplica(services, [job], { told })
    await begun.promise
    await replica.stop()
    const rows = await waiting(service.db)
    expect(rows).toHaveLength(4)
    for (const row of rows)
      expect(row).toMatchObject({ attempts: 0, last_error: null, next_at: time })
    expect(told.counted.sort()).toEqual(['numbered done', 'numbered stopped'])
  })

  test('rest for as long as their site is to be left alone, which counts as no attempt', async () => {
    const runs: number[] = []
    let isBusy = true
    const run = ({ n }: { readonly n: number }) => {
      runs.push(n)
      return n === 0 && isBusy
        ? Promise.reject(new RetryLaterError('paused', { pauseMs: 30 * second }))
        : Promise.resolve()
    }
    const told = listener()
    let clock = time
    await want(service.db, numbers(2), time)
    const replica = startReplica(services, [numbered(run)], { told, now: () => clock })
    const [row] = await until(
      () => waiting(service.db),
      (rows) => rows.length === 1 && rows[0]?.last_error === 'paused',
    )
    expect(row).toMatchObject({ attempts: 0, next_at: later(30 * second) })
    expect(runs.toSorted()).toEqual([0, 1])
    // An attempt is counted once what it came to is written.
    await expect.poll(() => told.counted.toSorted()).toEqual(['numbered done', 'numbered paused'])
    isBusy = false
    clock = later(30 * second)
    services.newJobs.emit('numbered')
    await allDone()
    await replica.stop()
  })

  test('do not wait for those that failed before, nor these for them', async () => {
    const failing = Promise.withResolvers<undefined>()
    // Otherwise one that fails would end after three minutes.
    onTestFinished(() => failing.resolve(undefined))
    const job = numbered(({ n }) => (n < 10 ? failing.promise : Promise.resolve()))
    await want(service.db, numbers(10), time)
    await sql`update jobs set attempts = 1`.execute(service.db)
    const replica = startReplica(services, [job])
    await until(
      () => waiting(service.db),
      (rows) => rows.filter(({ attempts }) => attempts === 2).length > 2,
    )
    await want(service.db, [{ queue: 'numbered', data: { n: 10 } }], time)
    // The new one is done, and gone.
    const left = await until(
      () => waiting(service.db),
      ({ length }) => length === 10,
    )
    expect(left.every(({ attempts }) => attempts > 0)).toBe(true)
    failing.resolve(undefined)
    await allDone()
    await replica.stop()
  })
})

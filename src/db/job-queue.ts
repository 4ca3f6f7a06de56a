import { type ConstructorOptions, PgBoss, fromPglite } from 'pg-boss'
import { type Limits, defaultLimits } from '../limits.ts'
import type { OpenDatabase } from './database.ts'
import { SafeClient } from './safe-client.ts'

/** The queue of orders to fetch from the store. */
export const fetchOrderQueue = 'fetch-order'
/** The queue of licenses to upload to the store. */
export const uploadLicenseQueue = 'upload-license'

// The store may be away for days (a national holiday, our own credentials); then an order is fetched
// late and nothing else suffers. 1,000 attempts, ten minutes apart at the end, are a week.
export const retries = { retryLimit: 1000, retryDelay: 2, retryBackoff: true, retryDelayMax: 600 }
export const keptSeconds = 30 * 24 * 3600

// For the pool that pg-boss makes. Its queries take milliseconds; without a limit a connection that
// hangs would hold its worker for ever.
const serverLimits = { max: 3, keepAlive: true, Client: SafeClient }

/** The job queue in the same database: unit-of-work.ts puts jobs in, workers take them out. */
export interface JobQueue {
  /** Runs jobs of a queue, a few at a time; a job whose promise rejects is tried again later. */
  work(queue: string, run: (data: unknown) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** Makes the queues, or brings them up to the library's version. @param on the database, as pg-boss takes it. */
export async function makeQueues(on: ConstructorOptions): Promise<void> {
  const boss = new PgBoss({ ...on, schedule: false, supervise: false })
  // What it does on the side at its start may fail; the workers try it again.
  boss.on('error', () => undefined)
  try {
    await boss.start()
    for (const queue of [fetchOrderQueue, uploadLicenseQueue]) {
      await boss.createQueue(queue, { ...retries, retentionSeconds: keptSeconds })
    }
  } finally {
    await boss.stop({ close: false })
  }
}

/** Starts to work on queues that makeQueues has made. @param onError hears of faults of the queue itself, such as a database that is away. */
export async function startJobQueue(
  { target }: OpenDatabase,
  onError: (error: Error) => void,
  { jobsEveryMs, jobQueryWithinMs, idleConnectionMs }: Limits = defaultLimits,
): Promise<JobQueue> {
  const serverPool = {
    ...serverLimits,
    connectionTimeoutMillis: jobQueryWithinMs,
    query_timeout: jobQueryWithinMs,
    idleTimeoutMillis: idleConnectionMs,
  }
  const boss = new PgBoss(
    'url' in target
      ? { ...serverPool, connectionString: target.url, schedule: false }
      : { db: fromPglite(target.pglite), backend: 'pglite', schedule: false },
  )
  boss.on('error', onError)
  await boss.start()
  return {
    async work(queue, run) {
      const options = { localConcurrency: 4, pollingIntervalSeconds: jobsEveryMs / 1000 }
      await boss.work(queue, options, async (jobs) => {
        for (const job of jobs) await run(job.data)
      })
    },
    stop: () => boss.stop({ timeout: 3_000 }),
  }
}

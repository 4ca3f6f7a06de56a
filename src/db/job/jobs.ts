import { sql } from 'kysely'
import { defaultSite } from '../../domain/scope.ts'
import type { Database } from '../database.ts'
import { newId } from '../new-id.ts'
import type { JobTable } from './job-tables.ts'

/** The queue of orders to fetch from the store. */
export const fetchOrderQueue = 'fetch-order'
/** The queue of licenses to upload to the store. */
export const uploadLicenseQueue = 'upload-license'

/** The longest that any job waits, be it for its first attempt or after one. */
export const longestDelayMs = 60 * 60_000

/** A job, in the same commit as the change that wants it. */
export interface NewJob {
  readonly queue: string
  readonly data: unknown
  /** How long it waits before its first attempt, at most longestDelayMs; left out, it is due at once. */
  readonly delayMs?: number
}

/** The rows of new jobs. */
export function jobRows(jobs: readonly NewJob[], now: Date): JobTable[] {
  return jobs.map(({ queue, data, delayMs = 0 }) => ({
    id: newId(),
    queue,
    data,
    attempts: 0,
    next_at: new Date(now.getTime() + delayMs),
    last_error: null,
    created_at: now,
  }))
}

/** A job that this process alone may work on until its lease is over. */
export interface ClaimedJob {
  readonly id: string
  readonly data: unknown
  /** Counts this one; also tells whether the job is still ours. */
  readonly attempts: number
}

/** Which of the due jobs of a queue are claimed. */
export interface JobClaim {
  readonly queue: string
  /** Those that were attempted before, or those that were not. */
  readonly attempted: boolean
  /** Those that are due for the shortest time first, or for the longest. */
  readonly newestFirst: boolean
  readonly limit: number
  readonly now: Date
  readonly leaseUntil: Date
}

/** Claims due jobs that no other process claims, in the order asked for; their next attempt is begun. */
export async function claimJobs(db: Database, claim: JobClaim): Promise<ClaimedJob[]> {
  const direction = sql.raw(claim.newestFirst ? 'desc' : 'asc')
  const { rows } = await sql<ClaimedJob>`
    with due as (
      select id, next_at from jobs
      where queue = ${claim.queue} and (attempts > 0) = ${claim.attempted} and next_at <= ${claim.now}
      order by next_at ${direction} limit ${claim.limit}
      for update skip locked),
    claimed as (
      update jobs set attempts = attempts + 1, next_at = ${claim.leaseUntil}, last_error = null
      from due where jobs.id = due.id
      returning jobs.id, data, attempts, due.next_at as due_at)
    select id, data, attempts from claimed order by due_at ${direction}`.execute(db)
  return rows
}

/** Deletes a job that is done, unless its lease was over and another process has claimed it. */
export async function deleteJob(db: Database, { id, attempts }: ClaimedJob): Promise<void> {
  await sql`delete from jobs where id = ${id} and attempts = ${attempts}`.execute(db)
}

/** What became of an attempt that failed; without a time there is no next one. */
export interface FailedAttempt {
  readonly nextAt: Date | null
  readonly error: string
}

/** Keeps why an attempt failed and when the next one may begin. */
export async function postponeJob(
  db: Database,
  { id, attempts }: ClaimedJob,
  { nextAt, error }: FailedAttempt,
): Promise<void> {
  await sql`
    update jobs set next_at = coalesce(${nextAt}::timestamptz, 'infinity'), last_error = ${error}
    where id = ${id} and attempts = ${attempts}`.execute(db)
}

/** Keeps why an attempt was none, and when the next one may begin. */
export async function deferJob(
  db: Database,
  { id, attempts }: ClaimedJob,
  { nextAt, error }: FailedAttempt,
): Promise<void> {
  await sql`
    update jobs set attempts = attempts - 1, next_at = ${nextAt}, last_error = ${error}
    where id = ${id} and attempts = ${attempts}`.execute(db)
}

/** Gives jobs back as if they had not been claimed. */
export async function releaseJobs(
  db: Database,
  jobs: readonly ClaimedJob[],
  now: Date,
): Promise<void> {
  const claimed = JSON.stringify(jobs.map(({ id, attempts }) => ({ id, attempts })))
  await sql`
    update jobs set attempts = jobs.attempts - 1, next_at = ${now}
    from json_to_recordset(${claimed}) as claimed (id uuid, attempts int)
    where jobs.id = claimed.id and jobs.attempts = claimed.attempts`.execute(db)
}

/** Jobs of one site that wait. */
export interface WaitingJobs {
  readonly site: string
  readonly count: number
  /** When the first of them was wanted. */
  readonly since: Date
}

// A license knows its site. Jobs of the version before name none.
const siteOfJob = sql<string>`coalesce(data ->> 'site',
  (select site from licenses where licenses.id::text = data ->> 'licenseId'), ${sql.lit(defaultSite)})`

/** How many jobs of some queues wait at each site. */
export async function waitingJobs(
  db: Database,
  queues: readonly string[],
): Promise<readonly WaitingJobs[]> {
  const { rows } = await sql<WaitingJobs>`
    select ${siteOfJob} as site, count(*) as count, min(created_at) as since from jobs
    where queue = any(${queues}) group by 1`.execute(db)
  return rows
}

/** Begins anew with the jobs of a site that failed so far, as many as were attempted or given up. */
export async function restartJobs(
  db: Database,
  { queues, site, now, leasedUntil }: RestartedJobs,
): Promise<void> {
  await sql`
    update jobs set attempts = 0, next_at = ${now}
    where queue = any(${queues}) and next_at > ${now}
      and (next_at > ${leasedUntil} or last_error is not null) and ${siteOfJob} = ${site}`.execute(
    db,
  )
}

interface RestartedJobs {
  readonly queues: readonly string[]
  readonly site: string
  readonly now: Date
  /** What is due before may be under way in another process, unless it tells why it waits. */
  readonly leasedUntil: Date
}

/** Deletes what was wanted before a time and never came to its end; returns how many. */
export async function pruneJobs(db: Database, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('jobs')
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

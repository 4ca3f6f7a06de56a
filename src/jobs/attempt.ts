import { isDatabaseUnavailable } from '../db/database-unavailable.ts'
import { type ClaimedJob, deleteJob, deferJob, postponeJob, releaseJobs } from '../db/job/jobs.ts'
import { toStorable } from '../domain/storable-text.ts'
import type { Services } from '../calls/services.ts'
import { backOffMs } from './back-off.ts'
import type { Job } from './define-job.ts'
import { RetryLaterError } from './retry-later-error.ts'

/**
 * How an attempt ended: failed for a reason outside of us, or by a defect of ours; given up with the
 * last attempt; the store asks for a pause, or the process stops, and then it does not count.
 */
export type JobOutcome = 'done' | 'failed' | 'defect' | 'given_up' | 'paused' | 'stopped'

/** What an attempt came to. */
export interface Attempted {
  readonly outcome: JobOutcome
  readonly error: Error | undefined
}

/** Attempts a claimed job once; logs every failure and never throws. */
export async function attemptJob(
  job: Job,
  claimed: ClaimedJob,
  { log }: Services,
  signal: AbortSignal,
): Promise<Attempted> {
  const error = await failureOf(() => job.attempt(claimed.data, signal))
  const outcome = error === undefined ? 'done' : outcomeOf(error, claimed, signal)
  logFailure({ job: job.name, id: claimed.id, attempt: claimed.attempts }, { outcome, error }, log)
  return { outcome, error }
}

/** What work failed with; undefined when it did not. */
export async function failureOf(work: () => Promise<void>): Promise<Error | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** True for what is no defect of ours: the store or the database is away, or not ready. */
export function isForeign(error: Error): boolean {
  return error instanceof RetryLaterError || isDatabaseUnavailable(error)
}

function outcomeOf(error: Error, { attempts }: ClaimedJob, { aborted }: AbortSignal): JobOutcome {
  if (aborted) return 'stopped'
  if (error instanceof RetryLaterError && error.pauseMs !== undefined) return 'paused'
  if (backOffMs(attempts) === undefined) return 'given_up'
  return isForeign(error) ? 'failed' : 'defect'
}

/** Logs an attempt that did not succeed, and a defect or the end of all attempts with its stack. */
export function logFailure(
  about: Readonly<Record<string, unknown>>,
  { outcome, error }: Attempted,
  log: Services['log'],
): void {
  const message = error?.message
  if (outcome === 'failed') log.warn({ ...about, error: message }, 'job failed')
  // As many as wait: that the site is left alone is said once (app/create-services.ts).
  if (outcome === 'paused') log.debug({ ...about, error: message }, 'job paused')
  if (outcome === 'defect') log.error({ ...about, err: error }, 'job failed by a defect')
  if (outcome === 'given_up') log.error({ ...about, err: error }, 'job given up')
}

/** Logs what one of several items failed with, while the others go on. */
export function logItem(
  about: Readonly<Record<string, unknown>>,
  error: Error,
  { log }: Pick<Services, 'log'>,
): void {
  logFailure(about, { outcome: isForeign(error) ? 'failed' : 'defect', error }, log)
}

/**
 * Keeps what an attempt came to: the job goes, waits for its next attempt, or is given back. Where
 * that does not succeed its lease runs out, and it is attempted again.
 */
export async function keepOutcome(
  claimed: ClaimedJob,
  { outcome, error }: Attempted,
  { db, now }: Services,
): Promise<void> {
  if (outcome === 'done') return deleteJob(db, claimed)
  if (outcome === 'stopped') return releaseJobs(db, [claimed], now())
  const reason = toStorable(error?.message.slice(0, 500) ?? '')
  const after = (ms: number) => new Date(now().getTime() + ms)
  if (error instanceof RetryLaterError && error.pauseMs !== undefined) {
    return deferJob(db, claimed, { nextAt: after(error.pauseMs), error: reason })
  }
  const pauseMs = backOffMs(claimed.attempts)
  const nextAt = pauseMs === undefined ? null : after(pauseMs)
  await postponeJob(db, claimed, { nextAt, error: reason })
}

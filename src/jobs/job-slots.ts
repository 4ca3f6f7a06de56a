import type { ClaimedJob } from '../db/job/jobs.ts'
import type { Services } from '../calls/services.ts'
import { type Attempted, attemptJob, failureOf, keepOutcome } from './attempt.ts'
import type { Job } from './define-job.ts'

/** The attempts of one queue that are under way. */
export interface JobSlots {
  /** Ends once another one may begin. */
  free(): Promise<void>
  begin(claimed: ClaimedJob): void
  /** Ends once none is under way. */
  ended(): Promise<void>
}

export interface JobSlotsOptions {
  readonly job: Job
  readonly services: Services
  /** Hears of every attempt. */
  readonly ended: (attempted: Attempted) => void
  /** Breaks off what is under way. */
  readonly breaking: AbortSignal
}

/** Makes as many slots as a job may have attempts at once; what came of each is kept. */
export function createJobSlots({ job, services, ended, breaking }: JobSlotsOptions): JobSlots {
  const running = new Set<Promise<void>>()

  const attempt = async (claimed: ClaimedJob) => {
    const attempted = await attemptJob(job, claimed, services, breaking)
    ended(attempted)
    const lost = await failureOf(() => keepOutcome(claimed, attempted, services))
    if (lost === undefined) return
    const about = { job: job.name, id: claimed.id, error: lost.message }
    services.log.warn(about, 'job outcome not kept')
  }

  return {
    async free() {
      while (running.size >= job.atOnce) await Promise.race(running)
    },
    begin(claimed) {
      const attempting = attempt(claimed).finally(() => running.delete(attempting))
      running.add(attempting)
    },
    async ended() {
      await Promise.all(running)
    },
  }
}

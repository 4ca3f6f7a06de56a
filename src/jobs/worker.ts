import type { Services } from '../calls/services.ts'
import type { Attempted, JobOutcome } from './attempt.ts'
import type { Job } from './define-job.ts'
import { startLane } from './lane.ts'
import { RetryLaterError } from './retry-later-error.ts'

// A clock that was ahead by more and is set right ends a pause that it has begun.
const clockSetBackMs = 60_000

/** Counts attempts by queue and outcome. */
export type CountAttempt = (queue: string, outcome: JobOutcome) => void

/** Works on the jobs of all queues. */
export interface Worker {
  stop(): Promise<void>
}

/**
 * Starts to work on the jobs in the database, beside any other process that does. They all call one
 * store, so that a pause which it asks for holds for all of them.
 */
export function startWorker(jobs: readonly Job[], services: Services, count: CountAttempt): Worker {
  const { newJobs, now, limits } = services
  let paused = { from: 0, until: 0 }
  const pausedUntil = () => (now().getTime() < paused.from - clockSetBackMs ? 0 : paused.until)
  const pause = ({ error }: Attempted) => {
    if (!(error instanceof RetryLaterError)) return
    const from = now().getTime()
    paused = { from, until: Math.max(pausedUntil(), from + (error.pauseMs ?? 0)) }
  }
  const start = (job: Job, attempted: boolean) =>
    startLane({
      job,
      attempted,
      services,
      pausedUntil,
      ended: (result) => {
        pause(result)
        count(job.name, result.outcome)
      },
    })
  const works = jobs.map((job) => ({
    queue: job.name,
    fresh: start(job, false),
    later: start(job, true),
  }))
  for (const { queue, fresh } of works) newJobs.on(queue, fresh.wake)
  return {
    async stop() {
      for (const { queue, fresh } of works) newJobs.off(queue, fresh.wake)
      const lanes = works.flatMap(({ fresh, later }) => [fresh, later])
      await Promise.all(lanes.map((lane) => lane.stop(limits.lastJobsMs)))
    },
  }
}

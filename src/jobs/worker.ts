import type { Services } from '../calls/services.ts'
import type { JobOutcome } from './attempt.ts'
import type { Job } from './define-job.ts'
import { startLane } from './lane.ts'

/** Counts attempts by queue and outcome. */
export type CountAttempt = (queue: string, outcome: JobOutcome) => void

/** Works on the jobs of all queues. */
export interface Worker {
  stop(): Promise<void>
}

/** Starts to work on the jobs in the database, beside any other process that does. */
export function startWorker(jobs: readonly Job[], services: Services, count: CountAttempt): Worker {
  const { newJobs, limits } = services
  const start = (job: Job, attempted: boolean) =>
    startLane({
      job,
      attempted,
      services,
      ended: ({ outcome }) => count(job.name, outcome),
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

import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { Services } from './services.ts'

/** Tells the workers of this process of jobs that were committed. */
export function announceJobs({ jobs = [] }: UnitOfWork, { newJobs }: Services): void {
  for (const queue of new Set(jobs.map((job) => job.queue))) newJobs.emit(queue)
}

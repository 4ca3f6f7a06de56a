import type { NewJob } from '../db/job/jobs.ts'
import type { Services } from './services.ts'

/** Tells the workers of this process of jobs that were committed. */
export function announceJobs(
  { jobs = [] }: { readonly jobs?: readonly NewJob[] | undefined },
  { newJobs }: Pick<Services, 'newJobs'>,
): void {
  for (const queue of new Set(jobs.map((job) => job.queue))) newJobs.emit(queue)
}

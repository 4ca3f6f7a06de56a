import type { NewJob } from '../db/job/jobs.ts'
import { type AlarmChange, logAlarms } from './alarms.ts'
import type { Services } from './services.ts'

interface Committed {
  readonly jobs?: readonly NewJob[] | undefined
  readonly alarms?: readonly AlarmChange[] | undefined
}

/** Tells of what was committed: its jobs to the workers of this process, its alarms to the log. */
export function announce(
  { jobs = [], alarms = [] }: Committed,
  services: Pick<Services, 'newJobs' | 'db' | 'log' | 'background'>,
): void {
  for (const queue of new Set(jobs.map((job) => job.queue))) services.newJobs.emit(queue)
  if (alarms.some(({ raised }) => raised)) services.background.add(logAlarms(services))
}

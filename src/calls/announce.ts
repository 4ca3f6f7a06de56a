import { logAlarms } from './alarms.ts'
import type { Changes } from './persist.ts'
import type { Services } from './services.ts'

/** Tells of what was committed: its jobs to the workers of this process, its alarms to the log. */
export function announce(
  { jobs = [], alarms = [] }: Pick<Changes, 'jobs' | 'alarms'>,
  services: Pick<Services, 'newJobs' | 'db' | 'log' | 'background'>,
): void {
  for (const queue of new Set(jobs.map((job) => job.queue))) services.newJobs.emit(queue)
  if (alarms.some(({ raised }) => raised)) services.background.add(logAlarms(services))
}

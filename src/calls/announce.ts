import type { Ask } from '../domain/ask/ask.ts'
import { asksQueue } from '../db/ask/asks.ts'
import type { NewJob } from '../db/job/jobs.ts'
import { type AlarmChange, logAlarms } from './alarms.ts'
import type { Services } from './services.ts'

interface Committed {
  readonly jobs?: readonly NewJob[] | undefined
  readonly ask?: Ask | undefined
  readonly arrivedOrder?: object | undefined
  readonly alarms?: readonly AlarmChange[] | undefined
}

/** Tells of what was committed: its jobs and asks to the workers of this process, its alarms to the log. */
export function announce(
  { jobs = [], alarms = [], ask, arrivedOrder }: Committed,
  services: Pick<Services, 'newJobs' | 'db' | 'log' | 'background'>,
): void {
  for (const queue of new Set(jobs.map((job) => job.queue))) services.newJobs.emit(queue)
  if (ask?.state === 'due' || arrivedOrder !== undefined) services.newJobs.emit(asksQueue)
  if (alarms.some(({ raised }) => raised)) services.background.add(logAlarms(services))
}

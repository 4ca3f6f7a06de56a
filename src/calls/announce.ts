import { asksQueue } from '../db/ask/asks.ts'
import { logAlarms } from './alarms.ts'
import type { Services } from './services.ts'

import type { Changes } from './changes.ts'

/**
 * Tells of what was committed: its jobs and asks to the workers of this process, its events to the relay, its
 * alarms to the log.
 */
export function announce(
  changes: Changes,
  services: Pick<Services, 'newJobs' | 'newEvents' | 'db' | 'log' | 'background'>,
): void {
  const { jobs = [], alarms = [], ask, arrivedOrder } = changes
  for (const queue of new Set(jobs.map((job) => job.queue))) services.newJobs.emit(queue)
  if (isTold(changes)) services.newEvents.emit('outbox')
  if (ask?.state === 'due' || arrivedOrder !== undefined) services.newJobs.emit(asksQueue)
  if (alarms.some(({ raised }) => raised)) services.background.add(logAlarms(services))
}

function isTold({ instance, license, orderStory, told = [], alarms = [] }: Changes): boolean {
  const subject = instance ?? license ?? orderStory
  return subject !== undefined || told.length > 0 || alarms.length > 0
}

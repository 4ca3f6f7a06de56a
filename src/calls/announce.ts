import { asksQueue } from '../db/ask/asks.ts'
import type { Committed } from '../db/commit.ts'
import { logAlarms } from './alarms.ts'
import type { Changes } from './changes.ts'
import type { Services } from './services.ts'

/**
 * Tells of what was committed: its jobs and asks to the workers of this process, its events to the relay or,
 * where they have positions, to whoever waits for them, its alarms to the log.
 */
export function announce(
  changes: Changes,
  services: Pick<Services, 'newJobs' | 'newEvents' | 'db' | 'log' | 'background'>,
  { isPlaced }: Committed = { isPlaced: false },
): void {
  const { jobs = [], alarms = [], ask, arrivedOrder } = changes
  for (const queue of new Set(jobs.map((job) => job.queue))) services.newJobs.emit(queue)
  if (isTold(changes)) services.newEvents.emit(isPlaced ? 'placed' : 'outbox')
  // Whether there is anything to tell of an alarm is known in its commit.
  if (alarms.length > 0) services.newEvents.emit('outbox')
  if (ask?.state === 'due' || arrivedOrder !== undefined) services.newJobs.emit(asksQueue)
  if (alarms.some(({ raised }) => raised)) services.background.add(logAlarms(services))
}

function isTold({ instance, license, orderStory, told = [] }: Changes): boolean {
  const subject = instance ?? license ?? orderStory
  return subject !== undefined || told.length > 0
}

import { type AlarmKey, clearAlarm, raiseAlarm } from '../calls/alarms.ts'
import { persist } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { isAlarmOpen } from '../db/alarm/alarms.ts'
import { countJobs, fetchOrderQueue, uploadLicenseQueue } from '../db/job/jobs.ts'
import { defaultSite } from '../domain/scope.ts'
import type { RecurringJob } from './recurring.ts'

const key: AlarmKey = 'store.credentials'
const queues = [fetchOrderQueue, uploadLicenseQueue]

/**
 * Raises an alarm once orders or licenses wait for access keys that this process does not have, and
 * clears it in one that has them.
 */
export function watchCredentials(hasCredentials: boolean, services: Services): RecurringJob {
  const subject = `site:${defaultSite}`
  const { db, limits } = services
  return {
    name: 'watch-credentials',
    everyMs: limits.tidyEveryMs,
    async run() {
      const isOpen = await isAlarmOpen(db, key, subject)
      if (isOpen && hasCredentials) await persist({ alarms: [clearAlarm(key, subject)] }, services)
      if (isOpen || hasCredentials) return
      const waiting = await countJobs(db, queues)
      if (waiting === 0) return
      const text = `${waiting} jobs wait for the access keys of the store; set KOOGATE_STORE_AK and KOOGATE_STORE_SK.`
      await persist({ alarms: [raiseAlarm(key, subject, text)] }, services)
    },
  }
}

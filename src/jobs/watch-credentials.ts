import { type AlarmKey, raiseAlarm } from '../calls/alarms.ts'
import { persist } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { isAlarmOpen } from '../db/alarm/alarms.ts'
import {
  type WaitingJobs,
  fetchOrderQueue,
  uploadLicenseQueue,
  waitingJobs,
} from '../db/job/jobs.ts'
import { subjectOf } from '../domain/subject.ts'
import type { RecurringJob } from './recurring.ts'

const key: AlarmKey = 'store.credentials'
const queues = [fetchOrderQueue, uploadLicenseQueue]
// Another process on this database may have the keys of a site that this one does not serve.
const elsewhereMs = 60 * 60_000

/** The sites that a process serves, and those whose access keys it has. */
export interface SiteKeys {
  readonly sites: ReadonlySet<string>
  readonly keysOf: ReadonlySet<string>
}

/** One line for each site whose orders this process cannot read; none where it can read all. */
export function missingCredentials({ sites, keysOf }: SiteKeys): readonly string[] {
  const unread = [...sites].filter((site) => !keysOf.has(site))
  return unread.map(
    (site) =>
      `${keysNotSet(site, keysOf)}: no order of site ${site} is read from the store, so product, quantity and buyer of a V2 purchase stay unknown there`,
  )
}

/**
 * Raises an alarm for each site whose orders or licenses wait for access keys that this process does
 * not have. One that has them ends it (watch-sites.ts).
 */
export function watchCredentials({ sites, keysOf }: SiteKeys, services: Services): RecurringJob {
  const { db, limits, now } = services
  const isOurs = ({ site, since }: WaitingJobs) =>
    sites.has(site) || now().getTime() - since.getTime() > elsewhereMs

  async function raise({ site, count }: WaitingJobs): Promise<void> {
    if (await isAlarmOpen(db, key, subjectOf('site', site))) return
    const text = `${count} jobs of site ${site} wait for its access keys of the store; ${keysNotSet(site, keysOf)}.`
    await persist({ alarms: [raiseAlarm(key, subjectOf('site', site), text)] }, services)
  }

  return {
    name: 'watch-credentials',
    everyMs: limits.tidyEveryMs,
    async run() {
      for (const waiting of await waitingJobs(db, queues)) {
        if (!keysOf.has(waiting.site) && isOurs(waiting)) await raise(waiting)
      }
    },
  }
}

function keysNotSet(site: string, keysOf: ReadonlySet<string>): string {
  const behind = keysOf.size === 0 ? '' : `_${site.toUpperCase().replaceAll('-', '_')}`
  return `KOOGATE_STORE_AK${behind} and KOOGATE_STORE_SK${behind} are not set`
}

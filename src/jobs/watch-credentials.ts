import { type AlarmKey, clearAlarm, raiseAlarm } from '../calls/alarms.ts'
import { persist } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { isAlarmOpen } from '../db/alarm/alarms.ts'
import {
  type WaitingJobs,
  fetchOrderQueue,
  restartJobs,
  uploadLicenseQueue,
  waitingJobs,
} from '../db/job/jobs.ts'
import { subjectOf } from '../domain/subject.ts'
import type { RecurringJob } from './recurring.ts'

const key: AlarmKey = 'store.credentials'
const queues = [fetchOrderQueue, uploadLicenseQueue]
// Another process on this database may have the keys of a site that this one does not serve.
const elsewhereMs = 60 * 60_000

/** The sites that a process serves, and the one whose access keys it has, if any. */
export interface SiteKeys {
  readonly sites: ReadonlySet<string>
  readonly keysOf: string | undefined
}

/** One line for each site whose orders this process cannot read; none where it can read all. */
export function missingCredentials({ sites, keysOf }: SiteKeys): readonly string[] {
  const others = [...sites].filter((site) => site !== keysOf)
  const why =
    keysOf === undefined
      ? 'KOOGATE_STORE_AK and KOOGATE_STORE_SK are not set'
      : `KOOGATE_STORE_AK and KOOGATE_STORE_SK are those of site ${keysOf}`
  return others.map(
    (site) =>
      `${why}: no order of site ${site} is read from the store, so product, quantity and buyer of a V2 purchase stay unknown there`,
  )
}

/**
 * Raises an alarm for each site whose orders or licenses wait for access keys that this process does
 * not have. One that has them clears it, and begins anew with what was attempted without.
 */
export function watchCredentials(keys: SiteKeys, services: Services): RecurringJob {
  const { db, limits, now } = services
  const { sites, keysOf } = keys
  const isOurs = ({ site, since }: WaitingJobs) =>
    sites.has(site) || now().getTime() - since.getTime() > elsewhereMs

  async function resume(site: string): Promise<void> {
    if (!(await isAlarmOpen(db, key, subjectOf('site', site)))) return
    const leasedUntil = new Date(now().getTime() + limits.jobLeaseMs)
    await restartJobs(db, { queues, site, now: now(), leasedUntil })
    await persist({ alarms: [clearAlarm(key, subjectOf('site', site))] }, services)
  }

  async function raise(waiting: WaitingJobs): Promise<void> {
    if (await isAlarmOpen(db, key, subjectOf('site', waiting.site))) return
    const alarm = raiseAlarm(key, subjectOf('site', waiting.site), textOf(waiting, keysOf))
    await persist({ alarms: [alarm] }, services)
  }

  return {
    name: 'watch-credentials',
    everyMs: limits.tidyEveryMs,
    async run() {
      if (keysOf !== undefined) await resume(keysOf)
      for (const waiting of await waitingJobs(db, queues)) {
        if (waiting.site !== keysOf && isOurs(waiting)) await raise(waiting)
      }
    },
  }
}

function textOf({ site, count }: WaitingJobs, keysOf: string | undefined): string {
  const waiting = `${count} jobs of site ${site} wait for its access keys of the store`
  return keysOf === undefined
    ? `${waiting}; set KOOGATE_STORE_AK and KOOGATE_STORE_SK.`
    : `${waiting}; KOOGATE_STORE_AK and KOOGATE_STORE_SK are those of site ${keysOf}. Run a Koogate with those of ${site}.`
}

import { clearAlarm, raiseAlarm } from '../../calls/alarms.ts'
import { persist } from '../../calls/persist.ts'
import type { Services } from '../../calls/services.ts'
import { isAlarmOpen } from '../../db/alarm/alarms.ts'
import { findLimits } from '../../db/usage/holds.ts'
import { signAnew, sitesWaiting } from '../../db/usage/watch-windows.ts'
import type { Address } from '../../domain/address.ts'
import { subjectOf } from '../../domain/subject.ts'
import type { RecurringJob } from '../recurring.ts'

const everyMs = 10 * 60_000
const key = 'usage.held_up'

/** Watches that somebody can push what waits: an address that signs, and access keys of its site. */
export function watchSigners(
  addresses: ReadonlyMap<string, Address>,
  services: Services,
): RecurringJob {
  const { db, now, newEvents, stores } = services
  const sites = stores.all.map(({ site }) => site)
  return {
    name: 'watch-usage-signers',
    everyMs,
    async run() {
      const served = new Set([...addresses.values()].map(({ site }) => site))
      if ((await signAnew(db, [...addresses.keys()], now())) > 0) newEvents.emit('usage')
      // Another process on this database may have the keys of a site that this one does not serve.
      const waiting = (await sitesWaiting(db, sites)).filter((site) => served.has(site))
      const text =
        'usage waits to be pushed, and there are no access keys of the store for its site; set KOOGATE_STORE_AK and KOOGATE_STORE_SK'
      const alarms = waiting.map((site) => raiseAlarm(key, subjectOf('site', site), text))
      if (alarms.length > 0) await persist({ alarms }, services)
      for (const site of sites) await endOld(site, services)
    },
  }
}

async function endOld(site: string, services: Services): Promise<void> {
  const subject = subjectOf('site', site)
  if (!(await isAlarmOpen(services.db, key, subject))) return
  const [whole] = await findLimits(services.db, site, '')
  if ((whole?.failures ?? 0) > 0) return
  await persist({ alarms: [clearAlarm(key, subject)] }, services)
}

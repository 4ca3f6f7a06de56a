import { type AlarmChange, type AlarmKey, clearAlarm, raiseAlarm } from '../calls/alarms.ts'
import { persist } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { openAlarmsOf } from '../db/alarm/alarms.ts'
import { fetchOrderQueue, restartJobs, uploadLicenseQueue } from '../db/job/jobs.ts'
import { subjectOf } from '../domain/subject.ts'
import { isOff } from '../store-api/store-clock.ts'
import type { SiteStanding, StoreClient } from '../store-api/store-client.ts'
import { createBell } from './bell.ts'
import type { Worker } from './worker.ts'

const keys = ['store.credentials', 'store.away', 'store.clock'] as const
type SiteKey = Extract<AlarmKey, (typeof keys)[number]>

/**
 * Raises and ends the alarms of sites as they stand, and makes due what waited for a site once that answers
 * again. Every replica does it for what it has seen itself.
 */
export function watchSites(services: Services): Worker {
  const { stores, outboundCalls, limits, log } = services
  const stopping = new AbortController()
  const bell = createBell()
  const recovered = new Set<string>()
  const hasRecovered = (site: string) => {
    recovered.add(site)
    bell.ring()
  }
  outboundCalls.on('site', bell.ring)
  const forget = stores.onRecovered(hasRecovered)

  const look = async () => {
    for (const site of recovered) {
      await restart(site, services)
      recovered.delete(site)
    }
    for (const client of stores.all) await judge(client, services)
  }
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => log.warn({ err: error }, 'sites could not be judged'))
      await bell.wait(limits.sitesEveryMs)
    }
  }
  const looping = stores.all.length === 0 ? Promise.resolve() : loop()
  return {
    async stop() {
      outboundCalls.off('site', bell.ring)
      forget()
      stopping.abort()
      bell.ring()
      await looping
    },
  }
}

async function judge(client: StoreClient, services: Services): Promise<void> {
  const subject = subjectOf('site', client.site)
  const open = await openAlarmsOf(services.db, keys, subject)
  const standing = client.standing()
  const faults = faultsOf(standing)
  const raised = [...faults]
    .filter(([key]) => !open.has(key))
    .map(([key, text]): AlarmChange => raiseAlarm(key, subject, text))
  const over = keys.filter((key) => open.has(key) && !faults.has(key))
  const isProven = over.length > 0 && (await isAnswering(client, standing))
  const cleared = isProven ? over.map((key) => clearAlarm(key, subject)) : []
  // What another process, or an earlier start of this one, could not do.
  if (isProven && standing.circuit === 'closed') await restart(client.site, services)
  if (raised.length + cleared.length > 0)
    await persist({ alarms: [...raised, ...cleared] }, services)
}

// An alarm of before this start is over once the store has answered, and not before.
async function isAnswering(client: StoreClient, standing: SiteStanding): Promise<boolean> {
  if (standing.answeredAt !== undefined) return true
  if (standing.circuit !== 'closed') return false
  await client.call('queryOrder', { query: { orderId: 'MOCKPERIODYEARNEW' } })
  return client.standing().answeredAt !== undefined
}

async function restart(site: string, { db, now, limits, newJobs }: Services): Promise<void> {
  const queues = [fetchOrderQueue, uploadLicenseQueue]
  const leasedUntil = new Date(now().getTime() + limits.jobLeaseMs)
  await restartJobs(db, { queues, site, now: now(), leasedUntil })
  for (const queue of queues) newJobs.emit(queue)
}

function faultsOf({ site, cause, skewMs }: SiteStanding): ReadonlyMap<SiteKey, string> {
  const faults = new Map<SiteKey, string>()
  if (cause === 'access') {
    faults.set(
      'store.credentials',
      `The store refuses the access keys of site ${site}; check AK, SK and the rights of that account. What waits is done by itself once the store takes them.`,
    )
  }
  if (cause === 'away') {
    faults.set(
      'store.away',
      `The store of site ${site} does not answer. What waits is done by itself once it does.`,
    )
  }
  if (isOff(skewMs)) {
    const minutes = Math.round(Math.abs(skewMs) / 60_000)
    faults.set(
      'store.clock',
      `The clock of the store of site ${site} is ${minutes} minutes ${skewMs > 0 ? 'ahead of' : 'behind'} ours. Calls are signed with its time; set this machine's clock.`,
    )
  }
  return faults
}

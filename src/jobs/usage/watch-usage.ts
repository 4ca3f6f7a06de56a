import { type AlarmChange, type AlarmKey, clearAlarm, raiseAlarm } from '../../calls/alarms.ts'
import { announce } from '../../calls/announce.ts'
import { persist, persistIn } from '../../calls/persist.ts'
import type { Services } from '../../calls/services.ts'
import { listOpenSubjects } from '../../db/alarm/alarms.ts'
import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { DecidedWindow } from '../../db/usage/settle-batch.ts'
import {
  expireWindows,
  instancesWith,
  noteAge,
  wakeUnfrozen,
} from '../../db/usage/watch-windows.ts'
import { subjectOf } from '../../domain/subject.ts'
import { takenForMs } from '../../domain/usage/record.ts'
import { riskDays } from '../../domain/usage/window.ts'
import { sumOf, toldUsage } from '../../events/told-usage.ts'
import type { Told } from '../../events/told.ts'
import type { RecurringJob } from '../recurring.ts'
import { endedAlarms } from './usage-alarms.ts'

const atOnce = 1_000
const dayMs = 24 * 60 * 60_000

/** Watches usage that waits: tells of its age, gives up what is too old, and ends alarms whose cause is gone. */
export function watchUsage(services: Services): RecurringJob {
  const { db, now, limits, newEvents } = services
  return {
    name: 'watch-usage',
    everyMs: limits.tidyEveryMs,
    async run() {
      await untilNone((transaction) => expire(transaction, services), services)
      for (const days of riskDays.toReversed()) {
        await untilNone((transaction) => tellAge(transaction, days, services), services)
      }
      await clearGone('usage.parked', 'parked', services)
      await clearGone('usage.defect', 'parked', services)
      await clearGone('usage.at_risk', 'at-risk', services)
      if ((await wakeUnfrozen(db, now())) > 0) newEvents.emit('usage')
    },
  }
}

interface Step {
  readonly windows: readonly DecidedWindow[]
  readonly told: readonly Told[]
  readonly alarms: readonly AlarmChange[]
}

// In steps, each of them told in its own commit.
async function untilNone(
  step: (transaction: Database) => Promise<Step>,
  services: Services,
): Promise<void> {
  for (let isMore = true; isMore;) {
    const { windows, ...changes } = await inTransaction(services.db, async (transaction) => {
      const done = await step(transaction)
      if (done.windows.length > 0) await persistIn(transaction, done, services)
      return done
    })
    if (windows.length > 0) announce(changes, services)
    isMore = windows.length === atOnce
  }
}

async function expire(transaction: Database, { now }: Services): Promise<Step> {
  const windows = await expireWindows(transaction, now(), atOnce)
  const ended = windows.map((window) => ({ window, state: 'expired' as const }))
  return { windows, told: toldUsage('usage.expired', windows, now()), alarms: endedAlarms(ended) }
}

async function tellAge(transaction: Database, days: number, { now }: Services): Promise<Step> {
  const begin = new Date(now().getTime() - days * dayMs)
  const deadline = new Date(begin.getTime() + takenForMs)
  const windows = await noteAge(transaction, { days, begin, deadline }, atOnce)
  const told = toldUsage(
    'usage.at_risk',
    windows.map((one) => ({ ...one, days })),
    now(),
  )
  return { windows, told, alarms: ageAlarms(windows, days) }
}

function ageAlarms(windows: readonly DecidedWindow[], days: number): AlarmChange[] {
  return [...Map.groupBy(windows, ({ instanceId }) => instanceId)].map(([instanceId, own]) => {
    const records = own.reduce((sum, one) => sum + one.records, 0)
    const text = `${records} records of usage of it, ${sumOf(own)} in all, wait for more than ${days} days; the store takes them for 21`
    return raiseAlarm('usage.at_risk', subjectOf('instance', instanceId), text)
  })
}

async function clearGone(
  key: AlarmKey,
  what: 'parked' | 'at-risk',
  services: Services,
): Promise<void> {
  const subjects = await listOpenSubjects(services.db, key)
  if (subjects.length === 0) return
  const ids = subjects.map((subject) => subject.slice(subjectOf('instance', '').length))
  const still = await instancesWith(services.db, what, ids)
  const alarms = ids.flatMap((id) =>
    still.has(id) ? [] : [clearAlarm(key, subjectOf('instance', id))],
  )
  if (alarms.length > 0) await persist({ alarms }, services)
}

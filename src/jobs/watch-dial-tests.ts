import { type AlarmChange, type AlarmKey, raiseAlarm } from '../calls/alarms.ts'
import { persist } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { type AlarmRow, findLatestAlarm } from '../db/alarm/alarms.ts'
import { listDialTests, pruneDialTests } from '../db/standing/dial-tests.ts'
import type { Address } from '../domain/address.ts'
import { dayMs, dayOf, endOf, halfOf } from '../domain/standing/beijing-calendar.ts'
import {
  type DialTest,
  daysJudged,
  failingDaysBefore,
  failingDaysLimit,
  isDue,
  isSeenFrom,
  isWatched,
  lastHalfDayOver,
  latestDialTest,
} from '../domain/standing/dial-test.ts'
import { subjectOf } from '../domain/subject.ts'
import type { RecurringJob } from './recurring.ts'

const missedKey: AlarmKey = 'dialtest.missed'
const failedKey: AlarmKey = 'dialtest.failed'
const dialTestLifeMs = 400 * dayMs
// A dial test takes minutes: so long after its last call it is over.
const quietMs = 10 * 60_000

/**
 * Raises an alarm for each address whose dial tests stay out or fail, one a cause, and clears it once
 * they are well again. What was cleared by hand stays so until the next half day that is no better.
 */
export function watchDialTests(
  addresses: ReadonlyMap<string, Address>,
  services: Services,
): RecurringJob {
  const { db, now, limits } = services
  return {
    name: 'watch-dial-tests',
    everyMs: limits.tidyEveryMs,
    async run() {
      const at = now()
      await pruneDialTests(db, new Date(at.getTime() - dialTestLifeMs))
      const from = new Date(at.getTime() - (daysJudged + 1) * dayMs)
      const tests = Map.groupBy(await listDialTests(db, from), ({ address }) => address)
      for (const address of addresses.values()) {
        await watch(address, tests.get(address.name) ?? [], services)
      }
    },
  }
}

interface Watched {
  readonly name: string
  readonly tests: readonly DialTest[]
  readonly now: Date
  /** The latest alarm of the key in question, open or cleared. */
  readonly alarm: AlarmRow | undefined
}

async function watch(
  { name, dialTestWatch }: Address,
  tests: readonly DialTest[],
  services: Services,
): Promise<void> {
  const { db } = services
  const latest = (key: AlarmKey) => findLatestAlarm(db, key, subjectOf('address', name))
  const [missed, failed] = await Promise.all([latest(missedKey), latest(failedKey)])
  const watched = { name, tests, now: services.now() }
  const alarms =
    dialTestWatch === 'off'
      ? [...ended(missed), ...ended(failed)]
      : [
          ...missedChanges({ ...watched, alarm: missed }),
          ...failedChanges({ ...watched, alarm: failed }),
        ]
  if (alarms.length > 0) await persist({ alarms }, services)
}

function missedChanges({ name, tests, now, alarm }: Watched): AlarmChange[] {
  const isOpen = alarm?.cleared_at === null
  const last = lastHalfDayOver(now)
  if (isSeenFrom(tests, isOpen ? lastHalfDayOver(alarm.updated_at) : last)) return ended(alarm)
  if (!isOpen && !isDue(tests, last)) return []
  const isTold = alarm !== undefined && alarm.updated_at >= endOf(last)
  if (isTold) return []
  const text = `no dial test came to ${name} in ${nameOf(last)}; ${daysText(tests, last)}`
  return [raiseAlarm(missedKey, subjectOf('address', name), text)]
}

function failedChanges({ name, tests, now, alarm }: Watched): AlarmChange[] {
  const isOpen = alarm?.cleared_at === null
  const latest = latestDialTest(tests)
  if (latest === undefined) return []
  const { halfDay, calls, failed, failedAt, failedActivity, failedCode, lastAt } = latest
  if (failed === 0) return now.getTime() - lastAt.getTime() > quietMs ? ended(alarm) : []
  if (!isOpen && (!isWatched(tests, halfDay) || halfDay < lastHalfDayOver(now))) return []
  // While it is open each half day counts once; what was cleared by hand comes back with a new failure.
  const newAt = isOpen ? halfDay : failedAt
  if (alarm !== undefined && newAt !== null && newAt <= alarm.updated_at) return []
  const what = `${failed} of ${calls} test calls were not answered with success at ${name}`
  const last = `the last one ${failedActivity ?? ''} with ${failedCode ?? ''}`
  const text = `${what} in ${nameOf(halfDay)}, ${last}; ${daysText(tests, halfDay)}`
  return [raiseAlarm(failedKey, subjectOf('address', name), text)]
}

/** What ends an alarm that is open. */
function ended(alarm: AlarmRow | undefined): AlarmChange[] {
  if (alarm === undefined || alarm.cleared_at !== null) return []
  return [{ raised: false, key: alarm.key, subject: alarm.subject }]
}

function nameOf(halfDay: Date): string {
  return `the ${halfOf(halfDay)} of ${dayOf(halfDay)} (Beijing)`
}

function daysText(tests: readonly DialTest[], halfDay: Date): string {
  const day = failingDaysBefore(tests, halfDay) + 1
  return `failing day ${day} in a row, and after ${failingDaysLimit} the store freezes the trade of the product and hides it`
}

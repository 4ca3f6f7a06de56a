import { dayOf, daysBefore, halfDayOf, halfOf } from './beijing-calendar.ts'

/** The test calls of a half day at one address: the dial test, and whoever debugs meanwhile. */
export interface DialTest {
  /** Its beginning. */
  readonly halfDay: Date
  readonly calls: number
  /** How many of them were not answered with success. */
  readonly failed: number
  readonly lastAt: Date
  readonly failedAt: Date | null
  readonly failedActivity: string | null
  readonly failedCode: string | null
}

/** After so many failing days in a row the store freezes the trade of the product and hides it. */
export const failingDaysLimit = 5

/** An address is watched that had a dial test in each of so many days before. */
const daysWatched = 3

/** For so many days a judgement looks back. */
export const daysJudged = 14

// What another replica has noted may come a moment later.
const graceMs = 5 * 60_000

/** The last half day that was over at a time, and in which no call can come to be known any more. */
export function lastHalfDayOver(now: Date): Date {
  const running = halfDayOf(new Date(now.getTime() - graceMs))
  return halfDayOf(new Date(running.getTime() - 1))
}

/** The half day of the latest test call. */
export function latestDialTest(tests: readonly DialTest[]): DialTest | undefined {
  return tests.toSorted((a, b) => b.halfDay.getTime() - a.halfDay.getTime())[0]
}

/** Whether test calls came in a half day or after it. */
export function isSeenFrom(tests: readonly DialTest[], halfDay: Date): boolean {
  return tests.some((test) => test.lastAt >= halfDay)
}

/** Whether test calls came on each of the days before a half day. */
export function isWatched(tests: readonly DialTest[], halfDay: Date): boolean {
  const seen = new Set(tests.map((test) => dayOf(test.halfDay)))
  return daysWatchedBefore(halfDay).every((day) => seen.has(day))
}

/**
 * Whether a dial test was to come in a half day: the address is watched, and was tested in this half of
 * one of those days. Who is tested in the mornings only is not missed in the afternoons.
 */
export function isDue(tests: readonly DialTest[], halfDay: Date): boolean {
  const days = daysWatchedBefore(halfDay)
  const half = halfOf(halfDay)
  return (
    isWatched(tests, halfDay) &&
    tests.some((test) => days.includes(dayOf(test.halfDay)) && halfOf(test.halfDay) === half)
  )
}

function daysWatchedBefore(halfDay: Date): string[] {
  return Array.from({ length: daysWatched }, (_, index) => daysBefore(halfDay, index + 1))
}

/** Days in a row up to a time on which a test call failed or none came; today counts once it failed. */
export function failingDays(tests: readonly DialTest[], now: Date): number {
  const today = tests.some((test) => test.failed > 0 && dayOf(test.halfDay) === dayOf(now))
  return (today ? 1 : 0) + failingDaysBefore(tests, now)
}

/** Such days before that of a time; those before the first test that is known do not count. */
export function failingDaysBefore(tests: readonly DialTest[], time: Date): number {
  const byDay = Map.groupBy(tests, (test) => dayOf(test.halfDay))
  const first = [...byDay.keys()].toSorted()[0]
  const isFailing = (day: string) => {
    if (first === undefined || day < first) return false
    const ofDay = byDay.get(day) ?? []
    return ofDay.length === 0 || ofDay.some(({ failed }) => failed > 0)
  }
  let days = 0
  while (days < daysJudged && isFailing(daysBefore(time, days + 1))) days += 1
  return days
}

import { dayMs, dayOf, endOf, morningOf } from './beijing-calendar.ts'
import { type DialTest, daysJudged, isDue } from './dial-test.ts'

/** What became of the dial test of half a day. */
export type DialTestState = 'passed' | 'failed' | 'missed' | 'pending' | 'none'

/** The two dial tests of one day of Beijing. */
export interface DialTestDay {
  readonly day: string
  readonly morning: DialTestState
  readonly afternoon: DialTestState
}

/**
 * The days up to that of a time, that one first. A half day without a test call is missed where one was
 * due (dial-test.ts), or where its whole day had none although the days before had; as long as such a
 * half day runs it is pending.
 */
export function dialTestDays(
  tests: readonly DialTest[],
  now: Date,
  count: number,
): readonly DialTestDay[] {
  const today = morningOf(now).getTime()
  return Array.from({ length: count }, (_, back) => {
    const morning = new Date(today - back * dayMs)
    const judged = testsUpTo(morning, tests)
    return {
      day: dayOf(morning),
      morning: stateOf(morning, judged, now),
      afternoon: stateOf(endOf(morning), judged, now),
    }
  })
}

/** Those of a day, and of the days before by which it is judged. */
function testsUpTo(morning: Date, tests: readonly DialTest[]): readonly DialTest[] {
  const from = morning.getTime() - daysJudged * dayMs
  const end = morning.getTime() + dayMs
  return tests.filter(({ halfDay }) => halfDay.getTime() >= from && halfDay.getTime() < end)
}

function stateOf(halfDay: Date, tests: readonly DialTest[], now: Date): DialTestState {
  const test = tests.find((one) => one.halfDay.getTime() === halfDay.getTime())
  if (test !== undefined) return test.failed > 0 ? 'failed' : 'passed'
  if (!isDue(tests, halfDay) && !isDayMissed(halfDay, tests, now)) return 'none'
  return endOf(halfDay) <= now ? 'missed' : 'pending'
}

function isDayMissed(halfDay: Date, tests: readonly DialTest[], now: Date): boolean {
  const day = dayOf(halfDay)
  return day < dayOf(now) && tests.length > 0 && tests.every((test) => dayOf(test.halfDay) !== day)
}

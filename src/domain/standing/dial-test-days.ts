import { dayOf, daysBefore, halfDayOf, halfOf } from './beijing-calendar.ts'
import { type DialTest, daysJudged, daysWatched } from './dial-test.ts'

/** What became of the dial test of half a day. */
export type DialTestState = 'passed' | 'failed' | 'missed' | 'pending' | 'none'

type Half = 'morning' | 'afternoon'

/** The two dial tests of one day of Beijing. */
export interface DialTestDay extends Readonly<Record<Half, DialTestState>> {
  readonly day: string
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
  const byDay = testsByDay(tests)
  const days = Array.from({ length: count + daysJudged }, (_, back) => daysBefore(now, back))
  const isOver = (back: number, half: Half) =>
    back > 0 || (half === 'morning' && halfOf(halfDayOf(now)) === 'afternoon')
  const stateOf = (back: number, half: Half): DialTestState => {
    const at = (ago: number) => byDay.get(days[back + ago] ?? '')
    const test = at(0)?.[half]
    if (test !== undefined) return test.failed > 0 ? 'failed' : 'passed'
    if (!isMissed({ at, half, isDayOver: back > 0 })) return 'none'
    return isOver(back, half) ? 'missed' : 'pending'
  }
  return days.slice(0, count).map((day, back) => ({
    day,
    morning: stateOf(back, 'morning'),
    afternoon: stateOf(back, 'afternoon'),
  }))
}

type TestsOfDay = Partial<Record<Half, DialTest>>

function testsByDay(tests: readonly DialTest[]): ReadonlyMap<string, TestsOfDay> {
  const byDay = new Map<string, TestsOfDay>()
  for (const test of tests) {
    const day = dayOf(test.halfDay)
    byDay.set(day, { ...byDay.get(day), [halfOf(test.halfDay)]: test })
  }
  return byDay
}

interface EmptyHalf {
  /** The tests of so many days before. */
  readonly at: (ago: number) => TestsOfDay | undefined
  readonly half: Half
  readonly isDayOver: boolean
}

function isMissed({ at, half, isDayOver }: EmptyHalf): boolean {
  const before = (days: number) => Array.from({ length: days }, (_, index) => at(index + 1))
  if (isDayOver && at(0) === undefined) return before(daysJudged).some((day) => day !== undefined)
  const watched = before(daysWatched)
  return watched.every((day) => day !== undefined) && watched.some((day) => day[half])
}

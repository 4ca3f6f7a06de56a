import { describe, expect, test } from 'vitest'
import { dialTestDays } from '../../../src/domain/standing/dial-test-days.ts'
import type { DialTest } from '../../../src/domain/standing/dial-test.ts'

/** Test calls of a half day in Beijing, `11-20 am`, of which so many failed. */
function tested(when: string, failed = 0): DialTest {
  const [day = '', half = 'am'] = when.split(' ')
  const halfDay = new Date(`2026-${day}T${half === 'am' ? '00' : '12'}:00:00+08:00`)
  return {
    ...{ halfDay, calls: 14, failed, lastAt: halfDay },
    ...{ failedAt: null, failedActivity: null, failedCode: null },
  }
}

const at = (beijing: string) => new Date(`2026-${beijing.replace(' ', 'T')}:00+08:00`)
const threeDays = ['11-17', '11-18', '11-19'].flatMap((day) => [
  tested(`${day} am`),
  tested(`${day} pm`),
])

/** Day by day, today first: a letter for the morning and one for the afternoon. */
const shown = (tests: readonly DialTest[], now: string, count = 4) =>
  dialTestDays(tests, at(now), count).map(
    ({ day, morning, afternoon }) => `${day.slice(5)} ${morning} ${afternoon}`,
  )

describe('the strip of dial tests', () => {
  const cases: readonly [string, readonly DialTest[], string, readonly string[]][] = [
    ['shows nothing where nothing ever came', [], '11-20 09:00', ['11-20 none none']],
    [
      'waits for both of today before they came',
      threeDays,
      '11-20 00:10',
      ['11-20 pending pending', '11-19 passed passed'],
    ],
    [
      'misses the morning once it is over',
      threeDays,
      '11-20 12:01',
      ['11-20 missed pending', '11-19 passed passed'],
    ],
    [
      'tells a half day with one failed call from one without',
      [...threeDays, tested('11-20 am', 1)],
      '11-20 10:00',
      ['11-20 failed pending', '11-19 passed passed'],
    ],
    [
      'misses whole days without a call for as long as days are judged',
      [tested('11-05 am')],
      '11-20 09:00',
      ['11-20 none none', '11-19 missed missed', '11-18 missed missed', '11-17 missed missed'],
    ],
    [
      'and no longer',
      [tested('11-04 am')],
      '11-20 09:00',
      ['11-20 none none', '11-19 none none', '11-18 missed missed'],
    ],
    [
      'misses no afternoon where only mornings are tested',
      ['11-17 am', '11-18 am', '11-19 am'].map((when) => tested(when)),
      '11-20 13:00',
      ['11-20 missed none', '11-19 passed none'],
    ],
  ]
  test.each(cases)('%s', (_title, tests, now, expected) => {
    expect(shown(tests, now, expected.length)).toEqual(expected)
  })

  test('has as many days as it is asked for, whatever month they are of', () => {
    const days = dialTestDays(threeDays, at('11-20 09:00'), 90)
    expect(days).toHaveLength(90)
    expect(days.at(-1)?.day).toBe('2026-08-23')
  })
})

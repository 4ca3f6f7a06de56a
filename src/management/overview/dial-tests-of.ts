import type { DialTestAt } from '../../db/standing/dial-tests.ts'
import type { Address } from '../../domain/address.ts'
import { dayMs } from '../../domain/standing/beijing-calendar.ts'
import { dialTestDays } from '../../domain/standing/dial-test-days.ts'
import { daysJudged, failingDays } from '../../domain/standing/dial-test.ts'

const daysShown = 90

/** So many days are read for it: a judgement of the oldest looks back. */
export const daysRead = daysShown + daysJudged + 1

/** The dial tests of every address, day by day, and for how many days in a row they fail. */
export function dialTestsOf(
  addresses: readonly Address[],
  tests: readonly DialTestAt[],
  now: Date,
) {
  const testsOf = Map.groupBy(tests, ({ address }) => address)
  const judgedFrom = new Date(now.getTime() - (daysJudged + 1) * dayMs)
  return addresses.map(({ name, site, dialTestWatch }) => {
    const own = testsOf.get(name) ?? []
    return {
      address: name,
      site,
      watched: dialTestWatch === 'on',
      // Of the same days as the alarm and getStanding.
      failingDays: failingDays(
        own.filter(({ halfDay }) => halfDay >= judgedFrom),
        now,
      ),
      days: dialTestDays(own, now, daysShown),
    }
  })
}

import { listDialTests } from '../../db/standing/dial-tests.ts'
import { countFailedOrders, countPurchasesAtRisk } from '../../db/standing/failing-purchases.ts'
import type { Database } from '../../db/database.ts'
import type { Address } from '../../domain/address.ts'
import { dayMs, dayOf, halfOf, monthOf } from '../../domain/standing/beijing-calendar.ts'
import { type DialTest, daysJudged, failingDays } from '../../domain/standing/dial-test.ts'
import type { GaugeGroup, Sample } from './asked-gauges.ts'

const halves = ['morning', 'afternoon'] as const

/** What the store judges the seller by: dial tests of the addresses, failed orders of their sites. */
export function standingGauges(addresses: ReadonlyMap<string, Address>, now: () => Date) {
  const all = [...addresses.values()]
  const sites = [...new Set(all.map(({ site }) => site))]
  return {
    gauges: {
      koogate_dial_test_calls: {
        help: 'Test calls of today at an address, by half of the day in Beijing.',
        labelNames: ['address', 'half'],
      },
      koogate_dial_test_failed_calls: {
        help: 'Those of them that were not answered with success.',
        labelNames: ['address', 'half'],
      },
      koogate_dial_test_failing_days: {
        help: 'Days in a row on which a test call failed or none came, of the five of the store.',
        labelNames: ['address'],
      },
      koogate_failed_orders: {
        help: 'Orders that failed this month in Beijing by our count, of the five of the store.',
        labelNames: ['site'],
      },
      koogate_purchases_at_risk: {
        help: 'Purchases that fail and for which the store still tries.',
        labelNames: ['site'],
      },
    },
    async read(db: Database) {
      const at = now()
      const known = await listDialTests(db, new Date(at.getTime() - (daysJudged + 1) * dayMs))
      const tests = Map.groupBy(known, ({ address }) => address)
      const today = all.flatMap(({ name }) => todayOf(name, tests.get(name) ?? [], at))
      return {
        koogate_dial_test_calls: today.map(({ labels, calls }) => ({ labels, value: calls })),
        koogate_dial_test_failed_calls: today.map(({ labels, failed }) => ({
          labels,
          value: failed,
        })),
        koogate_dial_test_failing_days: all.map(({ name: address }) => ({
          labels: { address },
          value: failingDays(tests.get(address) ?? [], at),
        })),
        koogate_failed_orders: bySite(sites, await countFailedOrders(db, monthOf(at).from)),
        koogate_purchases_at_risk: bySite(sites, await countPurchasesAtRisk(db)),
      }
    },
  } satisfies GaugeGroup
}

function todayOf(address: string, tests: readonly DialTest[], now: Date) {
  const ofToday = tests.filter(({ halfDay }) => dayOf(halfDay) === dayOf(now))
  return halves.map((half) => {
    const test = ofToday.find(({ halfDay }) => halfOf(halfDay) === half)
    return { labels: { address, half }, calls: test?.calls ?? 0, failed: test?.failed ?? 0 }
  })
}

function bySite(sites: readonly string[], counts: ReadonlyMap<string, number>): Sample[] {
  return sites.map((site) => ({ labels: { site }, value: counts.get(site) ?? 0 }))
}

import type { ManagementSchemas } from '../contract/index.ts'
import { listDialTests } from '../db/standing/dial-tests.ts'
import { listFailedPurchases, listPurchasesAtRisk } from '../db/standing/failing-purchases.ts'
import type { Address } from '../domain/address.ts'
import {
  type Month,
  dayMs,
  dayOf,
  halfDayOf,
  halfOf,
  monthOf,
} from '../domain/standing/beijing-calendar.ts'
import {
  type DialTest,
  daysJudged,
  failingDays,
  failingDaysLimit,
} from '../domain/standing/dial-test.ts'
import { type FailingPurchase, failedOrdersLimit } from '../domain/standing/purchase-window.ts'
import type { ManagementHandler } from './context.ts'

type Schemas = ManagementSchemas

const halfDaysShown = 14

/** The dial tests of every address and the failed orders of every site, as they were seen here. */
export const getStanding: ManagementHandler<'getStanding'> = async (_request, context) => {
  const { services, addresses } = context
  await context.saveNoted()
  const now = services.now()
  const month = monthOf(now)
  const [tests, failed, atRisk] = await Promise.all([
    listDialTests(services.db, new Date(now.getTime() - (daysJudged + 1) * dayMs)),
    listFailedPurchases(services.db, month.from),
    listPurchasesAtRisk(services.db),
  ])
  const all = [...addresses.values()]
  const testsOf = Map.groupBy(tests, ({ address }) => address)
  return {
    limits: { failingDays: failingDaysLimit, failedOrders: failedOrdersLimit },
    addresses: all.map((one) => viewAddress(one, testsOf.get(one.name) ?? [], now)),
    sites: [...new Set(all.map(({ site }) => site))].map((site) =>
      viewSite(site, month, {
        failed: failed.filter((one) => one.site === site),
        atRisk: atRisk.filter((one) => one.site === site),
      }),
    ),
  }
}

function viewAddress(
  { name, site, dialTestWatch }: Address,
  tests: readonly DialTest[],
  now: Date,
): Schemas['AddressStanding'] {
  const running = halfDayOf(now).getTime()
  const shown = Array.from(
    { length: halfDaysShown },
    (_, back) => new Date(running - (back * dayMs) / 2),
  )
  return {
    address: name,
    site,
    watched: dialTestWatch === 'on',
    failingDays: failingDays(tests, now),
    halfDays: shown.map((halfDay) => viewHalfDay(halfDay, tests)),
  }
}

function viewHalfDay(halfDay: Date, tests: readonly DialTest[]): Schemas['DialTest'] {
  const test = tests.find((one) => one.halfDay.getTime() === halfDay.getTime())
  return {
    day: dayOf(halfDay),
    half: halfOf(halfDay),
    calls: test?.calls ?? 0,
    failed: test?.failed ?? 0,
    lastAt: test?.lastAt.toISOString() ?? null,
    failure: test === undefined ? null : viewFailure(test),
  }
}

function viewFailure(test: DialTest): Schemas['DialTestFailure'] {
  const { failedAt, failedActivity, failedCode } = test
  if (failedAt === null || failedActivity === null || failedCode === null) return null
  return { activity: failedActivity, resultCode: failedCode, at: failedAt.toISOString() }
}

interface SitePurchases {
  readonly failed: readonly FailingPurchase[]
  readonly atRisk: readonly FailingPurchase[]
}

function viewSite(
  site: string,
  month: Month,
  { failed, atRisk }: SitePurchases,
): Schemas['SiteStanding'] {
  return {
    site,
    month: month.name,
    failedOrders: new Set(failed.map(({ orderId }) => orderId)).size,
    failed: failed.map(viewPurchase),
    atRisk: atRisk.map(viewPurchase),
  }
}

/** A purchase that fails, as it is shown. */
export function viewPurchase(purchase: FailingPurchase): Schemas['FailingPurchase'] {
  const { orderId, orderLineId, site, address, activity, attempts, lastCode } = purchase
  return {
    orderId,
    orderLineId,
    site,
    address,
    activity,
    attempts,
    resultCode: lastCode,
    firstAt: purchase.firstAt.toISOString(),
    lastAt: purchase.lastAt.toISOString(),
    triesUntil: purchase.dueAt.toISOString(),
  }
}

import { mostCounted } from '../../db/bounded-count.ts'
import { needsOf } from '../../domain/overview/needs-of.ts'
import { failingDaysLimit } from '../../domain/standing/dial-test.ts'
import { failedOrdersLimit } from '../../domain/standing/purchase-window.ts'
import { dayMs } from '../../domain/standing/beijing-calendar.ts'
import { takenForMs } from '../../domain/usage/record.ts'
import type { ManagementHandler } from '../context.ts'
import { viewPurchase } from '../standing.ts'
import { readOverview } from './read-overview.ts'
import { viewDialTests, viewEndpoint, viewNeed, viewSignature } from './view-overview.ts'

const mostItems = mostCounted
const mostShown = 50

// The longest of the store's windows of a purchase.
const purchaseHours = 3

/** What needs a person now, the worst first, and what stands behind it. */
export const getOverview: ManagementHandler<'getOverview'> = async (_request, context) => {
  await context.saveNoted()
  const now = context.services.now()
  const seen = await readOverview(context, now)
  const needs = needsOf(seen, now)
  const isCut = seen.purchasesWaiting.more || seen.usageWaiting.more
  return {
    at: now.toISOString(),
    items: needs.slice(0, mostItems).map(viewNeed),
    more: isCut || needs.length > mostItems,
    purchases: {
      waiting: seen.purchasesWaiting,
      first: seen.purchases.slice(0, mostShown).map(viewPurchase),
    },
    dialTests: seen.dialTests.map(viewDialTests),
    failedOrders: seen.failedOrders.map((one) => ({ ...one, limit: failedOrdersLimit })),
    usage: {
      atRisk: seen.usageWaiting,
      first: seen.usage
        .slice(0, mostShown)
        .map(({ deadline, ...one }) => ({ ...one, deadline: deadline.toISOString() })),
    },
    endpoints: seen.endpoints.map((one) => viewEndpoint(one, now)),
    signatures: seen.signatures.map((one) => viewSignature(one, context)),
    clocks: {
      purchaseHours,
      failingDays: failingDaysLimit,
      failedOrders: failedOrdersLimit,
      usageDays: takenForMs / dayMs,
    },
  }
}

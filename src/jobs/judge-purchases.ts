import { type AlarmKey, clearAlarm, raiseAlarm } from '../calls/alarms.ts'
import { announce } from '../calls/announce.ts'
import { persist, persistIn } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { listOpenSubjects } from '../db/alarm/alarms.ts'
import {
  countFailedOrders,
  judgePurchases,
  pruneFailedPurchases,
} from '../db/standing/failing-purchases.ts'
import { inTransaction } from '../db/transaction.ts'
import { dayMs, monthOf } from '../domain/standing/beijing-calendar.ts'
import { type FailingPurchase, failedOrdersLimit } from '../domain/standing/purchase-window.ts'
import { subjectOf } from '../domain/subject.ts'
import type { RecurringJob } from './recurring.ts'

const key: AlarmKey = 'orders.failed'
const failedLifeMs = 400 * dayMs
const mostNamed = 5

/**
 * Finds the real purchases for which the store's attempts have ended without success, and raises the
 * alarm of their site in the same commit. It is cleared when a month begins without one.
 */
export function judgeFailingPurchases(services: Services): RecurringJob {
  const { db, now, limits } = services
  return {
    name: 'judge-purchases',
    everyMs: limits.tidyEveryMs,
    async run() {
      const at = now()
      await pruneFailedPurchases(db, new Date(at.getTime() - failedLifeMs))
      await judge(at, services)
      await clearLastMonth(at, services)
    },
  }
}

async function judge(now: Date, services: Services): Promise<void> {
  const alarms = await inTransaction(services.db, async (transaction) => {
    const failed = Map.groupBy(await judgePurchases(transaction, now), ({ site }) => site)
    if (failed.size === 0) return []
    const counts = await countFailedOrders(transaction, monthOf(now).from)
    const raised = [...failed].map(([site, purchases]) =>
      raiseAlarm(key, subjectOf('site', site), textOf(purchases, counts.get(site) ?? 0)),
    )
    await persistIn(transaction, { alarms: raised }, services)
    return raised
  })
  announce({ alarms }, services)
}

async function clearLastMonth(now: Date, services: Services): Promise<void> {
  const { db } = services
  const subjects = await listOpenSubjects(db, key)
  if (subjects.length === 0) return
  const counts = await countFailedOrders(db, monthOf(now).from)
  const failing = new Set([...counts.keys()].map((site) => subjectOf('site', site)))
  const alarms = subjects.filter((one) => !failing.has(one)).map((one) => clearAlarm(key, one))
  if (alarms.length > 0) await persist({ alarms }, services)
}

function textOf(purchases: readonly FailingPurchase[], count: number): string {
  const named = purchases
    .slice(0, mostNamed)
    .map(({ orderId, lastCode }) => `${orderId} (${lastCode})`)
  const more = purchases.length > mostNamed ? ` and ${purchases.length - mostNamed} more` : ''
  return `the store's attempts have ended without success for order ${named.join(', ')}${more}: by our count ${count} failed this month (Beijing), and with more than ${failedOrdersLimit} the store may take the products down`
}

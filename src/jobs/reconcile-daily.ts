import type { Services } from '../calls/services.ts'
import { newId } from '../db/new-id.ts'
import {
  beginReconciliation,
  hasOrdersBefore,
  isDailyBegun,
  pruneReconciliations,
} from '../db/reconciliation/reconciliations.ts'
import { dayMs, dayOf } from '../domain/standing/beijing-calendar.ts'
import type { RecurringJob } from './recurring.ts'

const keptMs = 90 * dayMs

/**
 * Begins the reconciliation of orders once a day (Beijing) where there are orders of a day before, and
 * forgets what ended long ago.
 */
export function reconcileDaily(isOn: boolean, services: Services): RecurringJob {
  const { db, now, limits, stores } = services
  const beginDaily = async (site: string, at: Date) => {
    const day = dayOf(at)
    if (await isDailyBegun(db, site, day)) return
    if (!(await hasOrdersBefore(db, site, new Date(at.getTime() - dayMs)))) return
    await beginReconciliation(db, { id: newId(), site, started_by: 'daily', day }, at)
  }
  return {
    name: 'reconcile-daily',
    everyMs: limits.tidyEveryMs,
    async run() {
      const at = now()
      await pruneReconciliations(db, new Date(at.getTime() - keptMs))
      if (!isOn) return
      for (const { site } of stores.all) await beginDaily(site, at)
    },
  }
}

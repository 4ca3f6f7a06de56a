import type { Rerun } from '../calls/rerun/stored-call.ts'
import type { Noted } from '../calls/noted.ts'
import type { Metrics } from '../http/metrics.ts'
import type { Config } from '../config/config.ts'
import type { OpenDatabase } from '../db/database.ts'
import { startAskWorker } from '../jobs/ask-worker.ts'
import { orderlessAsks } from '../jobs/orderless-asks.ts'
import { overdueAsks } from '../jobs/overdue-asks.ts'
import type { Job } from '../jobs/define-job.ts'
import { fetchOrderJob } from '../jobs/fetch-order.ts'
import type { Services } from '../calls/services.ts'
import { housekeeping } from '../jobs/housekeeping.ts'
import { judgeFailingPurchases } from '../jobs/judge-purchases.ts'
import { makeIndexes } from '../jobs/make-indexes.ts'
import { remindDeliveries } from '../jobs/remind-deliveries.ts'
import { reportCodeUses } from '../jobs/report-code-uses.ts'
import { reconcileDaily } from '../jobs/reconcile-daily.ts'
import { rerunMessages } from '../jobs/rerun-messages.ts'
import { reconcileOrders } from '../jobs/reconcile-orders.ts'
import { retention } from '../jobs/retention.ts'
import { startRecurring } from '../jobs/recurring.ts'
import { uploadLicenseJob } from '../jobs/upload-license.ts'
import { type SiteKeys, missingCredentials, watchCredentials } from '../jobs/watch-credentials.ts'
import { watchDialTests } from '../jobs/watch-dial-tests.ts'
import { startRelay } from '../jobs/relay-events.ts'
import { usageSiteOf } from '../jobs/usage/usage-site.ts'
import { startUsagePusher } from '../jobs/usage/pusher.ts'
import { sealUsage } from '../jobs/usage/seal-usage.ts'
import { watchSigners } from '../jobs/usage/watch-signers.ts'
import { watchUsage } from '../jobs/usage/watch-usage.ts'
import { keepOutboundCalls } from '../jobs/keep-outbound-calls.ts'
import { watchSites } from '../jobs/watch-sites.ts'
import { startWorker } from '../jobs/worker.ts'
import { startWebhooks } from '../jobs/webhooks/start-webhooks.ts'
import { raceTimeout } from '../race-timeout.ts'

interface BackgroundOptions {
  readonly database: OpenDatabase
  readonly noted: Noted
  readonly metrics: Metrics
  readonly rerun: Rerun
}

/** What goes on beside the requests. */
export interface Background {
  /**
   * Begins nothing any more; what is returned then waits for what is under way, and for what answers
   * have left behind.
   */
  stop(): () => Promise<void>
}

/** Starts the workers and what is done again and again. */
export function startBackground(
  { database, noted, metrics, rerun }: BackgroundOptions,
  config: Config,
  services: Services,
): Background {
  const { addresses } = config
  const { log } = services
  const keys = siteKeysOf(config, services)
  for (const line of missingCredentials(keys)) log.warn(line)
  const watch = watchCredentials(keys, services)
  const indexes = makeIndexes(database, services)
  const chores = [
    ...housekeeping(services, noted),
    ...retention(config.keep, services),
    watchDialTests(addresses, services),
    judgeFailingPurchases(services),
    overdueAsks(services),
    reportCodeUses(services),
    remindDeliveries(services),
    sealUsage(services),
    watchUsage(services),
    watchSigners(addresses, services),
    orderlessAsks(services),
    reconcileOrders(addresses, services),
    rerunMessages({ addresses, rerun }, services),
    reconcileDaily(config.reconcileDaily, services),
    indexes,
    watch,
  ]
  const recurring = startRecurring(chores, services, metrics.jobAttempted)
  const worker = startWorker(jobsFor(services), services, metrics.jobAttempted)
  const asking = startAskWorker(addresses, services, metrics.jobAttempted)
  const webhooks = startWebhooks(services)
  const usageSites = services.stores.all.map(usageSiteOf)
  const pushing = startUsagePusher(usageSites, addresses, services, metrics.jobAttempted)
  const sites = watchSites(services)
  const kept = keepOutboundCalls(services)
  const relay = startRelay(services, metrics.jobAttempted)
  return {
    stop() {
      const worked = [worker, asking, webhooks, sites, pushing].map((one) => one.stop())
      const all = Promise.all(worked)
      // The last calls are still noted and told.
      return () =>
        endWork([...worked, recurring.stop(), relay.stop(), all.then(() => kept.stop())], services)
    },
  }
}

function siteKeysOf({ addresses }: Config, { stores }: Services): SiteKeys {
  const sites = new Set([...addresses.values()].map(({ site }) => site))
  return { sites, keysOf: new Set(stores.all.map(({ site }) => site)) }
}

// Without credentials nobody fetches or uploads; the jobs wait for a start that has them.
function jobsFor(services: Services): Job[] {
  if (services.stores.all.length === 0) return []
  return [fetchOrderJob(services), uploadLicenseJob(services)]
}

// What answers have left behind writes to the database, which is about to be closed.
async function endWork(
  ending: readonly Promise<unknown>[],
  { background, limits: { lastWorkMs }, log }: Services,
): Promise<void> {
  const work = Promise.all([...ending, background.ended(lastWorkMs)])
  const hasEnded = await raceTimeout(
    lastWorkMs,
    work.then((ends) => ends.at(-1) !== false),
    () => false,
  )
  if (!hasEnded) log.warn('work after an answer is broken off by the stop')
}

import { persist } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { findOrderlessAsks } from '../db/ask/orderless-asks.ts'
import { noCredentials } from './ask-store.ts'
import { failureOf, logItem } from './attempt.ts'
import type { RecurringJob } from './recurring.ts'

const name = 'orderless-asks'
// A job is due for less than that while anybody works on its queue, and the call reads its order by itself.
const inVainAfterMs = 5 * 60_000
const atOnce = 100

/**
 * Has the product asked for what waits for an order that nobody will read: the access keys of the store were
 * taken away meanwhile, or its job is gone. It is asked without, as where there were no keys from the start.
 */
export function orderlessAsks(services: Services): RecurringJob {
  const { db, now, limits, log, stores } = services
  return {
    name,
    everyMs: limits.tidyEveryMs,
    async run() {
      const before = new Date(now().getTime() - inVainAfterMs)
      const readSites = stores.all.map(({ site }) => site)
      const found = await findOrderlessAsks(db, { before, readSites, noCredentials, limit: atOnce })
      for (const { site, order_id: orderId, order_line_id: orderLineId } of found) {
        log.warn({ site, orderId }, 'nobody reads the order: the product is asked without it')
        const arrivedOrder = { site, orderId, orderLineId }
        const error = await failureOf(() => persist({ arrivedOrder }, services))
        // What cannot be read keeps no other one waiting.
        if (error !== undefined) logItem({ job: name, orderId }, error, services)
      }
    },
  }
}

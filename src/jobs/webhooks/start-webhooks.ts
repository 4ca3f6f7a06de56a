import type { Services } from '../../calls/services.ts'
import { fanOut } from '../../db/webhook/fan-out.ts'
import { fannedOutEndpoints } from '../../db/webhook/endpoints.ts'
import { createBell } from '../bell.ts'
import type { Worker } from '../worker.ts'
import { startCouriers } from './couriers.ts'

const batchSize = 500
const notFannedOut = 'events could not be fanned out to an endpoint'

/** Starts what brings events from the feed to the endpoints. */
export function startWebhooks(services: Services): Worker {
  const { newEvents, limits, log } = services
  const stopping = new AbortController()
  const couriers = startCouriers(services)
  const bell = createBell()
  newEvents.on('feed', bell.ring)
  newEvents.on('owed', couriers.wake)

  const work = async () => {
    if (await fanOutAll(services, stopping.signal)) couriers.wake()
  }
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await work().catch((error: unknown) => {
        log.warn({ err: error }, 'events could not be fanned out')
      })
      await bell.wait(limits.jobsEveryMs)
    }
  }
  const looping = loop()

  return {
    async stop() {
      newEvents.off('feed', bell.ring)
      newEvents.off('owed', couriers.wake)
      stopping.abort()
      bell.ring()
      await Promise.all([looping, couriers.stop(limits.lastJobsMs)])
    },
  }
}

/** Returns whether anything is owed that was not before, to an endpoint that is not paused by hand. */
async function fanOutAll(services: Services, stopping: AbortSignal): Promise<boolean> {
  const { db, now, webhooks, log } = services
  const ofSettings = new Set(webhooks.endpoints.map(({ id }) => id))
  let isOwed = false
  for (const { id: endpointId, url, state } of await fannedOutEndpoints(db)) {
    if (url === null && !ofSettings.has(endpointId)) continue
    for (let isMore = true; isMore && !stopping.aborted;) {
      const done = await fanOut(db, { endpointId, limit: batchSize, now: now() }).catch(
        // The others go on; this one is tried again at the next look.
        (error: unknown) => log.error({ endpoint: endpointId, err: error }, notFannedOut),
      )
      isMore = done?.events === batchSize
      isOwed ||= state === 'enabled' && (done?.deliveries ?? 0) > 0
    }
  }
  return isOwed
}

import type { Services } from '../../calls/services.ts'
import { fanOut } from '../../db/webhook/fan-out.ts'
import { type EndpointRow, fannedOutEndpoints, openEndpoints } from '../../db/webhook/endpoints.ts'
import { createBell } from '../bell.ts'
import type { Worker } from '../worker.ts'
import { type Couriers, startCouriers } from './couriers.ts'

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

  let pausedNext = performance.now()
  const work = async () => {
    const withPaused = performance.now() >= pausedNext
    if (withPaused) pausedNext = performance.now() + limits.jobsEveryMs
    const endpoints = await endpointsOf(services, withPaused)
    if (await fanOutAll(endpoints, { services, couriers, stopping: stopping.signal })) {
      couriers.wake()
    }
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
      // What was handed over last has to be given back by the couriers.
      await looping
      await couriers.stop(limits.lastJobsMs)
    },
  }
}

type Endpoint = Pick<EndpointRow, 'id' | 'url' | 'state'>

/**
 * The endpoints to fan out to. Nobody waits for what is owed to one that is paused: it has its turn now and
 * then, with many events in one statement, and not at each commit.
 */
async function endpointsOf(
  { db, now, webhooks }: Services,
  withPaused: boolean,
): Promise<readonly Endpoint[]> {
  const ofSettings = new Set(webhooks.endpoints.map(({ id }) => id))
  const all = withPaused ? await fannedOutEndpoints(db) : await openEndpoints(db, now())
  return all.filter(({ id, url }) => url !== null || ofSettings.has(id))
}

interface FanningOut {
  readonly services: Services
  readonly couriers: Couriers
  readonly stopping: AbortSignal
}

/** Returns whether anything is owed that was not before, and that the couriers have not taken already. */
async function fanOutAll(
  endpoints: readonly Endpoint[],
  { services, couriers, stopping }: FanningOut,
): Promise<boolean> {
  let isLeft = false
  for (const { id, state } of endpoints) {
    for (let isMore = true; isMore && !stopping.aborted;) {
      const done = await fanOutTo(id, services, couriers).catch((error: unknown) => {
        // The others go on; this one is tried again at the next look.
        services.log.error({ endpoint: id, err: error }, notFannedOut)
        return nothing
      })
      isMore = done.events === batchSize
      isLeft ||= state === 'enabled' && done.left > 0
    }
  }
  return isLeft
}

const nothing = { events: 0, left: 0 }

/** Fans out to one endpoint; returns how many events were looked at, and how many are left to be claimed. */
async function fanOutTo(endpointId: string, { db, now }: Services, couriers: Couriers) {
  const offer = couriers.offer(endpointId)
  const wanted = { endpointId, limit: batchSize, now: now(), handOver: offer?.handOver }
  const done = await fanOut(db, wanted)
  if (done === undefined) return nothing
  const { events, deliveries, lanes } = done
  if (lanes.length > 0) offer?.take(lanes)
  const taken = lanes.reduce((sum, lane) => sum + lane.deliveries.length, 0)
  return { events, left: deliveries - taken }
}

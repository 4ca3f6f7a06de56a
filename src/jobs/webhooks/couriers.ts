import type { Services } from '../../calls/services.ts'
import { newId } from '../../db/new-id.ts'
import { type EndpointRow, openEndpoints, takeProbe } from '../../db/webhook/endpoints.ts'
import { type ClaimedLane, claimLanes, isAnyDue } from '../../db/webhook/lanes.ts'
import { courierShare } from '../../domain/webhook/courier-share.ts'
import { isDoubtful } from '../../domain/webhook/endpoint-health.ts'
import { type Bell, createBell } from '../bell.ts'
import { targetOf } from './endpoint-target.ts'
import { type Receiver, runLane } from './run-lane.ts'
import { settle } from './settle.ts'
import { createSettleQueue } from './settle-queue.ts'

const atOnce = 256
const atOnceOfEndpoint = 64
// Events of a lane in one claim.
const deliveriesOfLane = 10

/** Delivers what is owed, beside any other process that does. */
export interface Couriers {
  /** Tells them that there may be something to do. */
  readonly wake: () => void
  /** Begins nothing any more, lets what runs end within the time, and breaks off what is left. */
  stop(withinMs: number): Promise<void>
}

/** Starts to deliver: a lane serially, lanes in parallel. */
export function startCouriers(services: Services): Couriers {
  const { db, now, limits, log } = services
  const stopping = new AbortController()
  const breaking = new AbortController()
  const running = new Map<string, Set<Promise<void>>>()
  const bell: Bell = createBell()
  const queue = createSettleQueue(
    (results: Parameters<typeof settle>[0]) => settle(results, services),
    (error) => log.warn({ err: error }, 'what became of deliveries could not be written down'),
  )

  const runningOf = (id: string) => running.get(id)?.size ?? 0
  const runningAll = () => [...running.values()].reduce((sum, { size }) => sum + size, 0)

  const begin = (claimed: ClaimedLane, receiver: Receiver) => {
    const signals = { stopping: stopping.signal, breaking: breaking.signal }
    const own = running.get(claimed.endpointId) ?? new Set()
    running.set(claimed.endpointId, own)
    const work = runLane(claimed, receiver, services, signals)
      .then((result) => queue.add(result))
      .catch((error: unknown) => log.error({ err: error }, 'a delivery failed by a defect'))
      .finally(() => {
        own.delete(work)
        bell.ring()
      })
    own.add(work)
  }

  const claim = async (endpoint: EndpointRow, limit: number) => {
    const time = now()
    const leaseUntil = new Date(time.getTime() + limits.deliveryLeaseMs)
    const due = { endpointId: endpoint.id, now: time, leaseUntil, lease: newId() }
    const probe = isDoubtful(endpoint)
    if (!probe) return claimLanes(db, { ...due, limit, deliveries: deliveriesOfLane })
    if (!(await isAnyDue(db, endpoint.id, time))) return []
    if (!(await takeProbe(db, endpoint.id, due))) return []
    return claimLanes(db, { ...due, limit: 1, deliveries: deliveriesOfLane })
  }

  /** Returns whether there was anything to do. */
  const claimOf = async (endpoint: EndpointRow): Promise<boolean> => {
    const target = targetOf(endpoint, services)
    const own = runningOf(endpoint.id)
    const limit = courierShare({ own, free: atOnce - runningAll(), atMost: atOnceOfEndpoint })
    if (target === undefined || limit <= 0) return false
    const lanes = await claim(endpoint, limit)
    for (const lane of lanes) begin(lane, { endpoint, target, probe: isDoubtful(endpoint) })
    return lanes.length > 0
  }

  // Each round another one comes first.
  const claimRound = async (round: number): Promise<boolean> => {
    let wasBusy = false
    for (const endpoint of rotated(await openEndpoints(db, now()), round)) {
      wasBusy = (await claimOf(endpoint)) || wasBusy
    }
    return wasBusy
  }

  const loop = async () => {
    for (let round = 0; !stopping.signal.aborted; round += 1) {
      const wasBusy = await claimRound(round).catch((error: unknown) => {
        log.warn({ err: error }, 'deliveries could not be claimed')
        return false
      })
      if (!wasBusy) await bell.wait(limits.jobsEveryMs)
    }
  }
  const looping = loop()

  return {
    wake: () => bell.ring(),
    async stop(withinMs) {
      stopping.abort()
      bell.ring()
      const timer = setTimeout(() => breaking.abort(), withinMs)
      await looping
      await Promise.all([...running.values()].flatMap((own) => [...own]))
      clearTimeout(timer)
    },
  }
}

function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const first = items.length === 0 ? 0 : by % items.length
  return [...items.slice(first), ...items.slice(0, first)]
}

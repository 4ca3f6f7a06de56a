import { setTimeout as pause } from 'node:timers/promises'
import type { Services } from '../../calls/services.ts'
import { newId } from '../../db/new-id.ts'
import { type EndpointRow, openEndpoints, takeProbe } from '../../db/webhook/endpoints.ts'
import { type ClaimedLane, claimLanes, isAnyDue } from '../../db/webhook/lanes.ts'
import {
  courierShare,
  leastCouriers,
  reservedCouriers,
} from '../../domain/webhook/courier-share.ts'
import { isDoubtful } from '../../domain/webhook/endpoint-health.ts'
import { type Bell, createBell } from '../bell.ts'
import { targetOf } from './endpoint-target.ts'
import { type LaneResult, type Receiver, runLane } from './run-lane.ts'
import { settle } from './settle.ts'
import { createSettleQueue } from './settle-queue.ts'

const atOnce = 256
const atOnceOfEndpoint = 64
// While it is busy lanes are claimed for all the room that there is by then.
const gatherMs = 20
// Events of a lane in one claim.
const deliveriesOfLane = 10

/** Delivers what is owed, beside any other process that does. */
export interface Couriers {
  /** Tells them that there may be something to do. */
  readonly wake: () => void
  /** Begins nothing any more, lets what runs end within the time, and breaks off what is left. */
  stop(withinMs: number): Promise<void>
}

/** The endpoints to which something may be sent, and what ran for each before they were read. */
interface Round {
  readonly before: ReadonlyMap<string, number>
  readonly open: readonly EndpointRow[]
}

/** Starts to deliver: a lane serially, lanes in parallel. */
export function startCouriers(services: Services): Couriers {
  const { db, now, limits, log } = services
  const stopping = new AbortController()
  const breaking = new AbortController()
  // By endpoint what leaves no room for more, and all that is not written down yet.
  const running = new Map<string, Set<Promise<void>>>()
  const unwritten = new Set<Promise<void>>()
  const bell: Bell = createBell()
  const queue = createSettleQueue(
    (results: Parameters<typeof settle>[0]) => settle(results, services),
    (error) => log.warn({ err: error }, 'what became of deliveries could not be written down'),
  )

  const sizes = () => new Map([...running].map(([id, { size }]) => [id, size]))

  const begin = (claimed: ClaimedLane, receiver: Receiver) => {
    const signals = { stopping: stopping.signal, breaking: breaking.signal }
    const own = running.get(claimed.endpointId) ?? new Set()
    running.set(claimed.endpointId, own)
    const posting = runLane(claimed, receiver, services, signals)
    const written = posting
      .then((result) => queue.add(result))
      .catch((error: unknown) => log.error({ err: error }, 'a delivery failed by a defect'))
      .finally(() => {
        unwritten.delete(written)
        bell.ring()
      })
    unwritten.add(written)
    // What was delivered makes room at once; a failure once it is known to all, since it may pause all.
    const work = posting
      .then(isDelivered, () => false)
      .then((isDone) => (isDone ? undefined : written))
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

  const roomFor = (id: string, { before, open }: Round): number => {
    // What has ended since may have paused the endpoint, so nothing takes its place yet.
    const own = before.get(id) ?? 0
    const least = leastCouriers(open.length, atOnce)
    const others = open.filter((other) => other.id !== id)
    const reserved = reservedCouriers(
      others.map((other) => running.get(other.id)?.size ?? 0),
      least,
    )
    return courierShare({
      own,
      free: atOnce - unwritten.size,
      atMost: atOnceOfEndpoint,
      least,
      reserved,
    })
  }

  /** Returns whether there was anything to do. */
  const claimOf = async (endpoint: EndpointRow, round: Round): Promise<boolean> => {
    const target = targetOf(endpoint, services)
    const limit = roomFor(endpoint.id, round)
    if (target === undefined || limit <= 0) return false
    const lanes = await claim(endpoint, limit)
    for (const lane of lanes) begin(lane, { endpoint, target, probe: isDoubtful(endpoint) })
    return lanes.length > 0
  }

  // Each round another one comes first.
  const claimRound = async (round: number): Promise<boolean> => {
    const before = sizes()
    let wasBusy = false
    const open = await openEndpoints(db, now())
    for (const endpoint of rotated(open, round)) {
      const hadWork = await claimOf(endpoint, { before, open }).catch((error: unknown) => {
        // The others go on; this one is tried again at the next round.
        log.error({ endpoint: endpoint.id, err: error }, 'deliveries to an endpoint failed')
        return false
      })
      wasBusy = hadWork || wasBusy
    }
    return wasBusy
  }

  const loop = async () => {
    for (let round = 0; !stopping.signal.aborted; round += 1) {
      const wasBusy = await claimRound(round).catch((error: unknown) => {
        log.warn({ err: error }, 'deliveries could not be claimed')
        return false
      })
      await (wasBusy ? pause(gatherMs) : bell.wait(limits.jobsEveryMs))
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
      await Promise.all(unwritten)
      clearTimeout(timer)
    },
  }
}

function isDelivered({ attempts }: LaneResult): boolean {
  return attempts.length > 0 && attempts.every(({ posted }) => posted.outcome === 'delivered')
}

function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const first = items.length === 0 ? 0 : by % items.length
  return [...items.slice(first), ...items.slice(0, first)]
}

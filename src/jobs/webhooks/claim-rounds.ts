import type { Services } from '../../calls/services.ts'
import { newId } from '../../db/new-id.ts'
import { type EndpointRow, openEndpoints, takeProbe } from '../../db/webhook/endpoints.ts'
import { type ClaimedLane, claimLanes, isAnyDue } from '../../db/webhook/claim-lanes.ts'
import type { HandOver } from '../../db/webhook/fan-out.ts'
import {
  courierShare,
  lanesToClaim,
  leastCouriers,
  reservedCouriers,
} from '../../domain/webhook/courier-share.ts'
import { isDoubtful } from '../../domain/webhook/endpoint-health.ts'
import { targetOf } from './endpoint-target.ts'
import type { LaneRuns } from './lane-runs.ts'
import type { Receiver } from './run-lane.ts'

const atOnce = 256
const atOnceOfEndpoint = 64
// Delivered or under way: as much is sent again where it cannot be written down.
const unwrittenAtOnce = 1_024
// Events of a lane in one claim.
const deliveriesOfLane = 10

/** The endpoints to which something may be sent, and what ran for each before they were read. */
interface Round {
  readonly before: ReadonlyMap<string, number>
  readonly open: readonly EndpointRow[]
}

/** What a round came to. */
export interface Claimed {
  /** There was something to do. */
  readonly isAny: boolean
  /** There may be more that is due, which no room was left for. */
  readonly isShort: boolean
}

/** Claims what is due, endpoint by endpoint. */
export interface ClaimRounds {
  claimDue(): Promise<Claimed>
  /** Whether one more lane of the endpoint may begin. */
  hasRoom(endpointId: string): boolean
  /** Undefined where there is no room, or the endpoint is in doubt or not known from the last round. */
  offer(endpointId: string): Offer | undefined
}

/** How new lanes of an endpoint may be handed over, and what begins them then. */
export interface Offer {
  readonly handOver: HandOver
  take(lanes: readonly ClaimedLane[]): void
}

const nothing: Claimed = { isAny: false, isShort: false }

export function createClaimRounds(services: Services, runs: () => LaneRuns): ClaimRounds {
  const { db, now, limits, log } = services
  let last: Round = { before: new Map(), open: [] }
  // Of the last round; whether an endpoint is still so is asked where lanes are handed over.
  const receivers = new Map<string, Omit<Receiver, 'claimedAt'>>()
  let rounds = 0

  const roomFor = (id: string, { before, open }: Round): number => {
    const sizes = runs().sizes()
    const least = leastCouriers(open.length, atOnce)
    const others = open.filter((other) => other.id !== id)
    return courierShare({
      own: before.get(id) ?? 0,
      free: Math.min(
        atOnce - [...sizes.values()].reduce((sum, size) => sum + size, 0),
        unwrittenAtOnce - runs().unwritten(),
      ),
      atMost: atOnceOfEndpoint,
      least,
      reserved: reservedCouriers(
        others.map((other) => sizes.get(other.id) ?? 0),
        least,
      ),
    })
  }

  const wantedOf = (endpoint: EndpointRow, round: Round): number => {
    const { id } = endpoint
    const room = roomFor(id, round)
    if (isDoubtful(endpoint)) return Math.min(1, room)
    const [waiting, pace] = [runs().waiting(id), runs().pace(id)]
    return lanesToClaim({ room, waiting, pace, atMost: atOnce })
  }

  const leaseFrom = (time: Date) => ({
    leaseUntil: new Date(time.getTime() + limits.deliveryLeaseMs),
    lease: newId(),
  })

  const claim = async (endpoint: EndpointRow, limit: number) => {
    const time = now()
    const due = { endpointId: endpoint.id, now: time, ...leaseFrom(time) }
    if (isDoubtful(endpoint)) {
      if (!(await isAnyDue(db, endpoint.id, time))) return []
      if (!(await takeProbe(db, endpoint.id, due))) return []
    }
    return claimLanes(db, { ...due, limit, deliveries: deliveriesOfLane })
  }

  const claimOf = async (endpoint: EndpointRow, round: Round): Promise<Claimed> => {
    receivers.delete(endpoint.id)
    const target = targetOf(endpoint, services)
    if (target === undefined) return nothing
    const receiver = { endpoint, target, probe: isDoubtful(endpoint) }
    receivers.set(endpoint.id, receiver)
    const limit = wantedOf(endpoint, round)
    if (limit <= 0) return { isAny: false, isShort: true }
    const claimedAt = performance.now()
    const lanes = await claim(endpoint, limit)
    runs().add(lanes, { ...receiver, claimedAt })
    return { isAny: lanes.length > 0, isShort: lanes.length === limit }
  }

  return {
    hasRoom: (id) => roomFor(id, { ...last, before: runs().sizes() }) > 0,
    offer(id) {
      const known = receivers.get(id)
      if (known === undefined || known.probe) return undefined
      const { endpoint } = known
      const limit = wantedOf(endpoint, { ...last, before: runs().sizes() })
      if (limit <= 0) return undefined
      const receiver = { ...known, claimedAt: performance.now() }
      return {
        handOver: { ...leaseFrom(now()), limit, version: endpoint.version },
        take: (lanes) => runs().add(lanes, receiver),
      }
    },
    async claimDue() {
      const before = runs().sizes()
      const open = await openEndpoints(db, now())
      last = { before, open }
      for (const id of receivers.keys()) {
        if (!open.some((endpoint) => endpoint.id === id)) receivers.delete(id)
      }
      const claimed: Claimed[] = []
      // Each round another one comes first.
      for (const endpoint of rotated(open, rounds++)) {
        const one = await claimOf(endpoint, last).catch((error: unknown) => {
          // The others go on; this one is tried again at the next round.
          log.error({ endpoint: endpoint.id, err: error }, 'deliveries to an endpoint failed')
          return nothing
        })
        claimed.push(one)
      }
      return {
        isAny: claimed.some(({ isAny }) => isAny),
        isShort: claimed.some(({ isShort }) => isShort),
      }
    },
  }
}

function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const first = items.length === 0 ? 0 : by % items.length
  return [...items.slice(first), ...items.slice(0, first)]
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Services } from '../../calls/services.ts'
import { createBell } from '../bell.ts'
import { type Claimed, type Offer, createClaimRounds } from './claim-rounds.ts'
import { type LaneRuns, createLaneRuns } from './lane-runs.ts'
import type { LaneResult } from './run-lane.ts'
import { settle } from './settle.ts'
import { createSettleQueue } from './settle-queue.ts'

// While it is busy lanes are claimed for all the room that there is by then.
const gatherMs = 20

/** Delivers what is owed, beside any other process that does. */
export interface Couriers {
  /** Tells them that there may be something to do. */
  readonly wake: () => void
  /** How they take new lanes of an endpoint at once, without looking for them. */
  offer(endpointId: string): Offer | undefined
  /** Begins nothing any more, lets what runs end within the time, and breaks off what is left. */
  stop(withinMs: number): Promise<void>
}

/** Starts to deliver: a lane serially, lanes in parallel. */
export function startCouriers(services: Services): Couriers {
  const { limits, log } = services
  const stopping = new AbortController()
  const breaking = new AbortController()
  const bell = createBell()
  // Whether the last round may have left something that is due.
  let isShort = false

  const write = async (results: readonly LaneResult[]) => {
    if (await settle(results, services)) bell.ring()
  }
  const queue = createSettleQueue(write, (error) =>
    log.warn({ err: error }, 'what became of deliveries could not be written down'),
  )
  const rounds = createClaimRounds(services, () => runs)
  const runs: LaneRuns = createLaneRuns({
    services,
    queue,
    signals: { stopping: stopping.signal, breaking: breaking.signal },
    hasRoom: (id) => rounds.hasRoom(id),
    ended: () => isShort && bell.ring(),
  })

  const claimRound = async (): Promise<Claimed> => {
    const claimed = await rounds.claimDue().catch((error: unknown) => {
      log.warn({ err: error }, 'deliveries could not be claimed')
      return { isAny: false, isShort: false }
    })
    isShort = claimed.isShort
    return claimed
  }

  const loop = async () => {
    while (!stopping.signal.aborted) {
      const { isAny } = await claimRound()
      await (isAny ? pause(gatherMs) : bell.wait(limits.jobsEveryMs))
    }
  }
  const looping = loop()

  return {
    wake: () => bell.ring(),
    offer: (endpointId) => (stopping.signal.aborted ? undefined : rounds.offer(endpointId)),
    async stop(withinMs) {
      stopping.abort()
      bell.ring()
      const timer = setTimeout(() => breaking.abort(), withinMs)
      await looping
      await runs.stop()
      clearTimeout(timer)
    },
  }
}

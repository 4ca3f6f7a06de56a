import type { ClaimedLane } from '../../db/webhook/claim-lanes.ts'
import {
  type Delivering,
  type LaneResult,
  type Receiver,
  letsOthersGoOn,
  runLane,
} from './run-lane.ts'
import type { SettleQueue } from './settle-queue.ts'

/** What becomes of the lanes that were claimed: some run, some wait until one has ended. */
export interface LaneRuns {
  /** By endpoint how many leave no room for others. */
  sizes(): Map<string, number>
  /** How many are not written down yet, of all endpoints. */
  unwritten(): number
  /** How many are claimed and wait for room. */
  waiting(endpointId: string): number
  /** How many are delivered between two claims, lately and since the last failure. */
  pace(endpointId: string): number
  /** Begins lanes of the endpoint as there is room. */
  add(claimed: readonly ClaimedLane[], receiver: Receiver): void
  /** Gives back what has not begun, and waits until all is written down. */
  stop(): Promise<void>
}

export interface LaneRunsOptions {
  readonly services: Delivering
  readonly queue: SettleQueue<LaneResult>
  readonly signals: Parameters<typeof runLane>[3]
  /** Whether there is room for one more. */
  readonly hasRoom: (endpointId: string) => boolean
  /** Told when one has ended. */
  readonly ended: () => void
}

interface Run {
  readonly claimed: ClaimedLane
  readonly receiver: Receiver
}

interface OfEndpoint {
  readonly running: Set<Promise<void>>
  readonly waiting: Run[]
  delivered: number
  pace: number
}

/**
 * Makes what runs lanes: one that waits begins when one was delivered. Of an endpoint at which one was not
 * those that wait are given back, since it may be paused by that.
 */
export function createLaneRuns(options: LaneRunsOptions): LaneRuns {
  const { services, queue, signals, hasRoom, ended } = options
  const endpoints = new Map<string, OfEndpoint>()
  const unwritten = new Set<Promise<void>>()

  const of = (id: string): OfEndpoint => {
    const known = endpoints.get(id) ?? { running: new Set(), waiting: [], delivered: 0, pace: 0 }
    endpoints.set(id, known)
    return known
  }

  const write = (result: Promise<LaneResult>): Promise<void> => {
    const written = result
      .then((known) => queue.add(known))
      .catch((error: unknown) =>
        services.log.error({ err: error }, 'a delivery failed by a defect'),
      )
      .finally(() => {
        unwritten.delete(written)
        // There may be more room for each of them.
        for (const id of endpoints.keys()) fill(id)
        ended()
      })
    unwritten.add(written)
    return written
  }

  // What was delivered makes room at once; what was refused once it is known to all, since it may pause all.
  const begin = ({ claimed, receiver }: Run, own: OfEndpoint) => {
    const posting = runLane(claimed, receiver, services, signals)
    const written = write(posting)
    const work = posting
      .then(letsOthersGoOn, () => false)
      .then(async (isDone) => {
        if (isDone) own.delivered += 1
        else giveBack(own)
        if (!isDone) await written
      })
      .finally(() => {
        own.running.delete(work)
        fill(claimed.endpointId)
        ended()
      })
    own.running.add(work)
  }

  const fill = (id: string) => {
    const own = of(id)
    while (own.waiting.length > 0 && !signals.stopping.aborted && hasRoom(id)) {
      const run = own.waiting.shift()
      if (run !== undefined) begin(run, own)
    }
  }

  const giveBack = (own: OfEndpoint) => {
    own.delivered = 0
    own.pace = 0
    for (const { claimed } of own.waiting.splice(0)) {
      void write(Promise.resolve({ claimed, probe: false, attempts: [], lost: undefined }))
    }
  }

  return {
    sizes: () => new Map([...endpoints].map(([id, { running }]) => [id, running.size])),
    unwritten: () => unwritten.size,
    waiting: (id) => of(id).waiting.length,
    pace: (id) => paceOf(of(id)),
    add(claimed, receiver) {
      const { id } = receiver.endpoint
      const own = of(id)
      own.pace = paceOf(own)
      own.delivered = 0
      own.waiting.push(...claimed.map((lane) => ({ claimed: lane, receiver })))
      fill(id)
    },
    async stop() {
      for (const own of endpoints.values()) giveBack(own)
      while (unwritten.size > 0) await Promise.all(unwritten)
    },
  }
}

// One round is shorter than another; who has become slow is known after a few.
function paceOf({ delivered, pace }: OfEndpoint): number {
  return Math.max(delivered, Math.floor(pace / 2))
}

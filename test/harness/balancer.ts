import type { AnyCall } from '../../src/simulator/calls/calls.ts'
import type { ResultCode } from '../../src/simulator/calls/result-codes.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import {
  type Attempt,
  type CallStore,
  createStoreCaller,
} from '../../src/simulator/store/caller.ts'
import { statusOf } from './process.ts'
import { keys } from './service.ts'

/** One call, made anew for each time it is sent, and the code that the store must get. */
export interface Wanted {
  readonly make: () => AnyCall
  readonly code: ResultCode
}

/** A balancer before replicas, and the store before the balancer. */
export interface Balancer {
  /** How many calls were answered. */
  readonly answered: () => number
  /** The first of the answers that were not what the store must get. */
  readonly faults: () => readonly string[]
  readonly join: (url: string) => void
  /** Sends nothing more to a replica; returns once it has taken in all that was sent to it. */
  readonly leave: (url: string) => Promise<void>
  /** Signs a call as the store does, sends it to the next replica, and judges the answer as the store does. */
  readonly send: (wanted: Wanted) => Promise<Attempt>
  /** The same, to every replica at once. */
  readonly sendToAll: (wanted: Wanted) => Promise<readonly Attempt[]>
}

const mostFaults = 20

export function createBalancer(): Balancer {
  const replicas: Replica[] = []
  const faults: string[] = []
  let turn = 0
  let answered = 0

  async function sendTo(replica: Replica | undefined, wanted: Wanted): Promise<Attempt> {
    if (replica === undefined) throw new Error('no replica is in')
    const attempt = await sendOnce(replica, wanted)
    answered += 1
    const fault = faultOf(attempt)
    if (fault !== undefined && faults.length < mostFaults) faults.push(`${replica.url} ${fault}`)
    return attempt
  }

  return {
    answered: () => answered,
    faults: () => faults,
    join(url) {
      const call = createStoreCaller({ sellerUrl: url, keys, clock: fastClock() })
      replicas.push({ url, call })
    },
    async leave(url) {
      const at = replicas.findIndex((replica) => replica.url === url)
      replicas.splice(at, 1)
      // Connections are taken in one after the other: those before this one are in once it is answered.
      await statusOf(`${url}/health/live`)
    },
    send: (wanted) => sendTo(replicas[turn++ % replicas.length], wanted),
    sendToAll: (wanted) => Promise.all(replicas.map((replica) => sendTo(replica, wanted))),
  }
}

interface Replica {
  readonly url: string
  readonly call: CallStore
}

async function sendOnce({ call }: Replica, { make, code }: Wanted): Promise<Attempt> {
  const one = make()
  const { attempts } = await call(() => one, { test: true, accepts: [code] })
  const [attempt] = attempts
  if (attempt === undefined) throw new Error('no attempt was made')
  return attempt
}

function faultOf({ verdict, answer, generation, activity }: Attempt): string | undefined {
  if (verdict.passed) return undefined
  const messages = verdict.faults.map(({ message }) => message).join('; ')
  return `${generation} ${activity}: ${messages} ${JSON.stringify(answer)}`
}

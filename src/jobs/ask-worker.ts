import type { Address } from '../domain/address.ts'
import { type DueAsk, asksQueue, claimDueAsks } from '../db/ask/asks.ts'
import { askProduct } from '../calls/asks/ask-product.ts'
import { settle } from '../calls/asks/settle.ts'
import type { Services } from '../calls/services.ts'
import { raceTimeout } from '../race-timeout.ts'
import { failureOf, isForeign } from './attempt.ts'
import { createBell } from './bell.ts'
import type { CountAttempt, Worker } from './worker.ts'

type Addresses = ReadonlyMap<string, Address>

/**
 * Asks the seller's products for what is due, beside any other process that does: what a call has
 * claimed and left, and what failed before. One that is asked belongs to this process for as long as an
 * answer may take.
 */
export function startAskWorker(
  addresses: Addresses,
  services: Services,
  count: CountAttempt,
): Worker {
  const { db, vault, newJobs, now, limits, log, asking } = services
  const bell = createBell()
  const running = new Map<Promise<void>, string>()
  const stopping = new AbortController()

  const attempt = async ({ id, address, open }: DueAsk) => {
    const error = await failureOf(async () => {
      const ask = open()
      await settle(ask, await askProduct(ask, addresses.get(address), services), services)
    })
    const outcome = error === undefined ? 'done' : isForeign(error) ? 'failed' : 'defect'
    count(asksQueue, outcome)
    // Its lease runs out, and it is asked again.
    if (error !== undefined) log.error({ ask: id, err: error }, 'an ask was not settled')
  }
  const begin = (due: DueAsk) => {
    const attempting = attempt(due).finally(() => {
      running.delete(attempting)
      bell.ring()
    })
    running.set(attempting, due.address)
  }
  /** Returns whether there may be more. */
  const workOff = async (): Promise<boolean> => {
    const free = limits.asksAtOnce - running.size
    if (free <= 0) return false
    // Of many addresses one whose product hangs leaves some to the others.
    const limit = addresses.size > 1 ? Math.ceil(free / 2) : free
    const crowded = addresses.size > 1 ? crowdedOf([...running.values()], free) : []
    const at = now()
    const leaseUntil = new Date(at.getTime() + limits.askLeaseMs)
    const asks = await claimDueAsks(db, vault, {
      now: at,
      leaseUntil,
      limit,
      busy: [...asking.keys()],
      crowded,
    })
    for (const due of asks) begin(due)
    return asks.length === limit
  }
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const mayBeMore = await workOff().catch((error: unknown) => {
        log.warn({ err: error }, 'asks could not be claimed')
        return false
      })
      if (!mayBeMore) await bell.wait(limits.jobsEveryMs)
    }
  }
  const wake = () => bell.ring()
  newJobs.on(asksQueue, wake)
  const looping = loop()

  return {
    async stop() {
      stopping.abort()
      newJobs.off(asksQueue, wake)
      bell.ring()
      await looping
      // What the product answers after that is lost; it is asked again, under the same id.
      await raceTimeout(limits.lastJobsMs, Promise.all(running.keys()), () => undefined)
    },
  }
}

/** The addresses that are busy with as many as are free, or more. */
function crowdedOf(running: readonly string[], free: number): string[] {
  const byAddress = Map.groupBy(running, (address) => address)
  return [...byAddress].flatMap(([address, own]) => (own.length >= free ? [address] : []))
}

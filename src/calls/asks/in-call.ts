import { claimOwnAsk, releaseAsk, asksQueue } from '../../db/ask/asks.ts'
import type { Ask } from '../../domain/ask/ask.ts'
import { raceTimeout } from '../../race-timeout.ts'
import type { Call } from '../call.ts'
import type { FetchOrder } from '../handler.ts'
import { readOrder, saveFailure } from '../read-order.ts'
import type { Services } from '../services.ts'
import type { Asked } from './ask-answer.ts'
import { askProduct } from './ask-product.ts'
import { busyWith } from './busy-with.ts'
import { settle } from './settle.ts'

/** What the product has answered while the store waited. */
export interface AskedInCall {
  /** Undefined where no answer came in time. */
  readonly asked: Asked | undefined
  readonly ask: Ask
  /** What is left for afterwards then. */
  readonly afterCommit: () => Promise<void>
}

/**
 * Asks the product in the call that has just made the ask: first the store for the order, where that
 * waits for it, then the product, for as long as the call may wait. What comes later is kept then.
 */
export async function askInCall(
  ask: Ask,
  call: Call<unknown>,
  services: Services,
  order?: FetchOrder,
): Promise<AskedInCall> {
  const isKnown = ask.state === 'due' || (await isOrderRead(order, call, services))
  const claimed = isKnown && call.remainingMs() > 0 ? await claim(ask, services) : undefined
  if (claimed === undefined)
    return { asked: undefined, ask, afterCommit: () => leave(ask, services) }
  const coming = askProduct(claimed, call.address, services)
  return {
    asked: await raceTimeout(call.remainingMs(), coming, () => undefined),
    ask: claimed,
    afterCommit: () =>
      busyWith(claimed.id, services, async () => settle(claimed, await coming, services)),
  }
}

function claim(ask: Ask, { db, vault, now, limits }: Services): Promise<Ask | undefined> {
  const at = now()
  const leaseUntil = new Date(at.getTime() + limits.askLeaseMs)
  return claimOwnAsk(db, vault, ask, { now: at, leaseUntil })
}

/** Leaves the ask to the worker, here or elsewhere. */
async function leave(ask: Ask, { db, newJobs }: Services): Promise<void> {
  await releaseAsk(db, ask)
  newJobs.emit(asksQueue)
}

/** Whether the order is known by now, or never will be: then it is not waited for. */
async function isOrderRead(
  order: FetchOrder | undefined,
  call: Call<unknown>,
  services: Services,
): Promise<boolean> {
  const { stores, orderSlots, limits } = services
  const store = order && stores.of(order.site)
  if (order === undefined || store === undefined) return false
  const giveBack = orderSlots.take()
  if (giveBack === undefined) return false
  const withinMs = Math.ceil(Math.min(limits.orderInCallMs, call.remainingMs()))
  try {
    const failure = await readOrder(order, store, services, AbortSignal.timeout(withinMs))
    if (failure === undefined) return true
    if (failure.kind !== 'refused') return false
    await saveFailure(order, failure, services)
    return true
  } catch (error) {
    // The job reads it then (run-call.ts).
    if (error instanceof Error && error.name === 'TimeoutError') return false
    throw error
  } finally {
    giveBack()
  }
}

import type { FoundDrift } from '../../domain/reconciliation/drift.ts'
import type { Services } from '../services.ts'
import { type AskedOrder, type UngivenOrder, askOrder } from './ask-order.ts'
import { findDrifts } from './find-drifts.ts'
import { type OrderOfSite, isToldByCall, readKnownOrder } from './known-order.ts'

/** The store could not be asked for an order, for a reason that is not the order's. */
export class NotAskedError extends Error {
  readonly pauseMs: number | undefined

  constructor({ code, message, pauseMs }: UngivenOrder) {
    super(`${code}: ${message}`)
    this.pauseMs = pauseMs
  }
}

/** An order that was compared with what the store answers for it. */
export interface JudgedOrder {
  /** Undefined for one that the store is never asked for. */
  readonly answer: AskedOrder | undefined
  readonly drifts: readonly FoundDrift[]
}

/** Compares an order with what the store answers for it. Throws NotAskedError. */
export async function judgeOrder(
  order: OrderOfSite,
  services: Services,
  signal?: AbortSignal,
): Promise<JudgedOrder> {
  const { now, limits } = services
  if (isToldByCall(await readKnownOrder(order, services))) return { answer: undefined, drifts: [] }
  const answer = await askOrder(order.orderId, order.site, services, signal)
  if (!answer.ok && answer.kind !== 'refused') throw new NotAskedError(answer)
  // Read once more: what came while the store was asked is no drift.
  const known = await readKnownOrder(order, services)
  const at = { now: now(), settledBefore: new Date(now().getTime() - limits.reconcileSettledMs) }
  return { answer, drifts: findDrifts(known, answer, at) }
}

import type { Attempt } from './caller.ts'
import type { OrderKey } from '../products/order-ids.ts'
import type { Repeated } from '../calls/repeat.ts'
import { done } from '../calls/result-codes.ts'

/**
 * A call with its repeats; the order that caused it, if one did; and for a purchase the instance id
 * that the seller gave.
 */
export interface Delivery extends Repeated<Attempt> {
  readonly order?: OrderKey
  readonly instanceId?: string
}

/** What the last attempt was answered, or undefined without an answer. */
export function lastCode({ attempts }: Pick<Delivery, 'attempts'>): string | undefined {
  return attempts.at(-1)?.answer.resultCode
}

/** True if the seller did what was asked; an expected refusal is right, but not carried out. */
export function isCarriedOut(delivery: Delivery): boolean {
  return delivery.end === 'done' && lastCode(delivery) === done
}

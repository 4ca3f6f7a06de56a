import { setTimeout as pause } from 'node:timers/promises'
import { done } from '../../simulator/calls/result-codes.ts'
import type { Exchange, Members } from '../exchange.ts'
import { CannotJudge } from '../rule.ts'
import type { Seller } from '../seller.ts'

/** What a life is about: an instance that was bought, or a license code, which the store makes itself. */
export interface Subject {
  /** The instance id, or the code. */
  readonly id: string
  /** The order of the purchase; of a code one that was never told. */
  readonly orderId: string
  /** The purchase. */
  readonly members: Members
}

/**
 * Buys, and polls a real purchase that is under way (`000004`) for as long as the debugger waits.
 * Throws CannotJudge if no instance comes of it.
 */
export async function sold(seller: Seller, overrides?: Members): Promise<Subject> {
  if (seller.generation === 'licenseC')
    return { id: seller.newId('LICENSE'), orderId: seller.placeOrder().orderId, members: {} }
  const { instanceId, members, exchange } = await seller.buy(overrides)
  if (exchange.answer.resultCode !== done) await ready(seller, instanceId)
  return { id: instanceId, orderId: String(members['orderId']), members }
}

const pollMs = 500

/** Polls until the instance is ready. Throws CannotJudge if that takes too long. */
export async function ready(seller: Seller, instanceId: string): Promise<Exchange> {
  const end = performance.now() + seller.limits.debugMs
  for (;;) {
    const asked = await seller.call('queryInstance', seller.valid('queryInstance', { instanceId }))
    if (asked.answer.resultCode === done) return asked
    if (performance.now() > end) throw new CannotJudge(neverReady)
    await pause(pollMs)
  }
}

const neverReady = {
  en: 'The purchase was answered 000004, and the instance was not ready in time.',
  zh: '创建实例返回 000004 后，实例未能在限定时间内就绪。',
}

import type { LeftWork } from '../db/lease.ts'
import { backOffMs } from './back-off.ts'

/** Claims what is due and works it off, one after the other, until nothing is or the process stops. */
export async function workOffDue<Claimed>(
  claim: () => Promise<Claimed | undefined>,
  workOff: (claimed: Claimed) => Promise<void>,
  stopping: AbortSignal | undefined,
): Promise<void> {
  while (stopping?.aborted !== true) {
    const claimed = await claim()
    if (claimed === undefined) return
    await workOff(claimed)
  }
}

/** What leased work failed with, after so many failures in a row, and for how long the store wants a pause. */
export interface Failure {
  /** Undefined where nothing failed: the process stops. */
  readonly error: unknown
  readonly failuresBefore: number
  readonly pauseMs?: number | undefined
}

const dayMs = 24 * 60 * 60_000

/** How work is left: to go on at once where nothing failed, else the later the more often it did. */
export function leftWork({ error, failuresBefore, pauseMs = 0 }: Failure, now: Date): LeftWork {
  if (error === undefined) return { error: null, attempts: failuresBefore, nextAt: now, now }
  const attempts = failuresBefore + 1
  const waitMs = Math.max(pauseMs, backOffMs(attempts) ?? dayMs)
  const nextAt = new Date(now.getTime() + waitMs)
  return { error: messageOf(error), attempts, nextAt, now }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 1_000)
}

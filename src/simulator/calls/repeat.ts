import type { Clock } from '../clock.ts'
import type { Outcome, RetryWindow } from './retry-windows.ts'

/** What was tried, in order, and how it ended. */
export interface Repeated<Attempt> {
  readonly attempts: readonly Attempt[]
  readonly end: 'done' | Outcome
}

/**
 * Tries until it succeeds or the window ends, at least once. The moments are those of the window
 * however long an attempt takes, so the number of attempts is always the same.
 */
export async function repeat<Attempt>(
  attempt: () => Promise<Attempt>,
  isDone: (made: Attempt) => boolean,
  { clock, window }: { readonly clock: Clock; readonly window: RetryWindow | undefined },
): Promise<Repeated<Attempt>> {
  const { everyMs, forMs, outcome } = window ?? once
  const start = clock.now().getTime()
  const attempts: Attempt[] = []
  for (let due = 0; due <= forMs; due += everyMs) {
    await sleepUntil(start + due, clock)
    const made = await attempt()
    attempts.push(made)
    if (isDone(made)) return { attempts, end: 'done' }
  }
  return { attempts, end: outcome }
}

const once: RetryWindow = { everyMs: 1, forMs: 0, outcome: 'stopped' }

async function sleepUntil(moment: number, clock: Clock): Promise<void> {
  const left = moment - clock.now().getTime()
  if (left > 0) await clock.sleep(left)
}

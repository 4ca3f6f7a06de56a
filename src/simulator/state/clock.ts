import { setTimeout as pause } from 'node:timers/promises'
import { timerHandlers } from './life/rules.ts'
import type { Moment } from './moment.ts'
import { ActionRefused } from './refused.ts'
import { type Store, unlessRefused } from './store.ts'
import { takeTimer } from './timers.ts'

/** The store's clock: it stands still but when it is told to move, or runs. */
export interface StoreClock {
  readonly now: () => Date
  /** Moves on by so many milliseconds; every timer until then is played, in order. */
  readonly advanceBy: (ms: number) => Promise<void>
  readonly advanceTo: (moment: Date) => Promise<void>
  /** Runs so many times as fast as real time until it is stopped. */
  readonly run: (factor: number) => StopClock
}

/** Stops a running clock, and waits for what it plays. */
export type StopClock = () => Promise<void>

/** Plays what is due until a moment, one after the other; a call that is made is waited for. */
export async function playUntil(
  store: Store,
  until: Moment,
  onTimer: () => void = () => undefined,
): Promise<void> {
  const { data } = store
  // Of a number that is none, every timer would be due for ever.
  if (!Number.isSafeInteger(until))
    throw new ActionRefused('This is not a moment.', '这不是有效的时刻。')
  if (until < data.now) throw new ActionRefused('The clock does not go back.', '时钟不能后退。')
  for (;;) {
    const timer = takeTimer(data, until)
    if (timer === undefined) break
    data.now = Math.max(data.now, timer.at)
    await unlessRefused(store, () => timerHandlers[timer.kind](store, timer.subject))
    onTimer()
  }
  data.now = until
}

/** A clock whose moves are made by `move`. */
export function createStoreClock(
  { data }: Store,
  move: (until: () => Moment) => Promise<void>,
): StoreClock {
  const advanceBy = (ms: number) => move(() => data.now + Math.round(ms))
  return {
    now: () => new Date(data.now),
    advanceBy,
    advanceTo: (moment) => move(() => moment.getTime()),
    run: (factor) => runClock(advanceBy, factor),
  }
}

const tickMs = 100

function runClock(advanceBy: StoreClock['advanceBy'], factor: number): StopClock {
  if (!(factor > 0 && Number.isFinite(factor)))
    throw new ActionRefused('factor is a number above 0.', 'factor 须为大于 0 的数。')
  const stop = new AbortController()
  const running = tick(advanceBy, factor, stop.signal)
  return () => {
    stop.abort()
    return running
  }
}

async function tick(advanceBy: StoreClock['advanceBy'], factor: number, signal: AbortSignal) {
  let last = performance.now()
  while (!signal.aborted) {
    await pause(tickMs, undefined, { signal }).catch(() => undefined)
    const now = performance.now()
    await advanceBy((now - last) * factor)
    last = now
  }
}

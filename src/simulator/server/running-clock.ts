import type { StoreState } from '../state/index.ts'

/** Lets the clock of a store go on with real time between two jumps, as long as it runs. */
export interface RunningClock {
  readonly isRunning: () => boolean
  /** Milliseconds that the store is behind. */
  readonly behindMs: () => number
  /** Plays what has fallen due by now. */
  readonly catchUp: () => Promise<void>
  readonly run: (isRunning: boolean) => Promise<void>
  readonly close: () => void
}

const everyMs = 500

/**
 * Starts it, running or not. The store is moved on only where somebody acts on it or a timer is due, so
 * that a store in which nothing happens changes nothing.
 */
export function startClock(store: () => StoreState, running: boolean): RunningClock {
  let [isRunning, since] = [running, Date.now()]
  const behindMs = () => (isRunning ? Math.max(0, Date.now() - since) : 0)
  const catchUp = async () => {
    const ms = behindMs()
    since += ms
    if (ms > 0) await store().clock.advanceBy(ms)
  }
  const ticking = setInterval(() => {
    const { data } = store()
    const [next] = data.timers
    const isDue = next !== undefined && next.at <= data.now + behindMs()
    // What the state refuses it has noted; a file that cannot be written is told at the next action.
    if (isRunning && isDue) catchUp().catch(() => undefined)
  }, everyMs)
  return {
    isRunning: () => isRunning,
    behindMs,
    catchUp,
    async run(wanted) {
      await catchUp()
      isRunning = wanted
      since = Date.now()
    },
    close: () => clearInterval(ticking),
  }
}

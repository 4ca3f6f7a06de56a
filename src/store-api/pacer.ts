import { setTimeout as wait } from 'node:timers/promises'

/** Lets calls pass one after the other, no more of them a second than was asked for. */
export interface Pacer {
  /** Resolves when the call may be made: at once with undefined, or with how long the queue is if that is more than the call may wait. */
  pass(withinMs: number, signal: AbortSignal | undefined): Promise<number | undefined>
}

/** Makes a pacer; without a number nobody waits. */
export function createPacer(callsPerSecond: number | undefined): Pacer {
  if (callsPerSecond === undefined) return { pass: () => Promise.resolve(undefined) }
  const intervalMs = 1_000 / callsPerSecond
  let free = 0
  return {
    async pass(withinMs, signal) {
      const now = performance.now()
      const waitMs = Math.max(free - now, 0)
      if (waitMs > withinMs) return Math.ceil(waitMs)
      free = now + waitMs + intervalMs
      if (waitMs > 0) await wait(waitMs, undefined, { signal })
      return undefined
    },
  }
}

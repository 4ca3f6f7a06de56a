import { raceTimeout } from '../race-timeout.ts'

/** What goes on after an answer has left: a late result, a message. A stop waits for it. */
export interface BackgroundWork {
  /** Takes a work that sees to its own failure. */
  add(work: Promise<void>): void
  /** Waits until all of it has ended, at most for so many milliseconds; false if it took longer. */
  ended(withinMs: number): Promise<boolean>
}

export function createBackgroundWork(): BackgroundWork {
  const running = new Set<Promise<void>>()
  const allEnded = async () => {
    while (running.size > 0) await Promise.all(running)
    return true
  }
  return {
    add(work) {
      const tracked = work.finally(() => running.delete(tracked))
      running.add(tracked)
    },
    ended: (withinMs) => raceTimeout(withinMs, allEnded(), () => false),
  }
}

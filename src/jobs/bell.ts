/** Wakes one who waits; a ring while nobody waits is kept for the next wait. */
export interface Bell {
  ring(): void
  /** Ends with a ring, at the latest after so many milliseconds. */
  wait(ms: number): Promise<void>
}

export function createBell(): Bell {
  let rung = Promise.withResolvers<void>()
  return {
    ring: () => rung.resolve(),
    async wait(ms) {
      const timer = setTimeout(rung.resolve, ms)
      await rung.promise
      clearTimeout(timer)
      rung = Promise.withResolvers()
    },
  }
}

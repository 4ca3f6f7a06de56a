/** Wakes one who waits; a ring while nobody waits is kept for the next wait. */
export interface Bell {
  readonly ring: () => void
  /** Ends with a ring, at the latest after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>
}

export function createBell(): Bell {
  let rung = Promise.withResolvers<undefined>()
  return {
    ring: () => rung.resolve(undefined),
    async wait(ms) {
      const timer = setTimeout(rung.resolve, ms, undefined)
      await rung.promise
      clearTimeout(timer)
      rung = Promise.withResolvers()
    },
  }
}

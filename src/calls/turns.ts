/** Gives turns: whoever asks for the turn at something has it once all before have given it back. */
export interface Turns {
  /** Returns what gives the turn back. */
  take(key: string): Promise<() => void>
}

/**
 * Makes the turns of one process. Changes of one instance that meet are decided anew for each one that
 * was first; one after the other, each is decided once more and no oftener. Between replicas the
 * version still decides.
 */
export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>()
  return {
    async take(key) {
      const before = last.get(key)
      const { promise, resolve } = Promise.withResolvers<undefined>()
      last.set(key, promise)
      await before
      return () => {
        if (last.get(key) === promise) last.delete(key)
        resolve(undefined)
      }
    },
  }
}
